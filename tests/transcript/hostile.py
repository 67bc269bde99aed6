"""Files that nobody should send: each is made here, small, and unpacks to what it should not."""

import io
import zipfile

from tests.transcript.documents import docx, odt
from tests.transcript.formats import piece

MB = 1024 * 1024
WORDS = [piece("Normal | Q : Qui ?"), piece("Normal | R : Nous.")]
GOOD = {"docx": lambda: docx.make(WORDS, {}), "odt": lambda: odt.make(WORDS, {})}
TEXT = {"docx": "word/document.xml", "odt": "content.xml"}
EXPANSION = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY i SYSTEM "{address}">]>'


def changed(kind, **parts):
    """Return a good document with ``parts`` changed or added: {name: bytes or a function}."""
    found = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD[kind]())) as good,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in good.namelist():
            change = parts.pop(name, lambda content: content)
            archive.writestr(name, change(good.read(name)))
        for name, content in parts.items():
            archive.writestr(name, content)
    return found.getvalue()


def with_doctype(kind, doctype, entity="&i;"):
    def change(content):
        head, _, rest = content.decode().partition("?>")
        return f"{head}?>{doctype}{rest.replace('Qui', entity)}".encode()

    return changed(kind, **{TEXT[kind]: change})


def bomb(kind):
    """A document whose text unpacks to 300 MB of blanks."""
    return changed(kind, **{TEXT[kind]: lambda content: content + b" " * 300 * MB})


def many_members(kind):
    return changed(kind, **{f"a/{number}.xml": b"<a/>" for number in range(3000)})


def deep(kind):
    return changed(kind, **{"deep.xml": b"<a>" * 100_000 + b"</a>" * 100_000})


def fetching(kind, address):
    """A document whose images and styles lie elsewhere."""
    if kind == "odt":
        tag = f'<draw:frame><draw:image xlink:href="{address}"/></draw:frame></text:p>'
        return changed(kind, **{TEXT[kind]: lambda c: c.replace(b"</text:p>", tag.encode(), 1)})
    outside = (
        '<Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/image" Target="{address}" TargetMode="External"/></Relationships>'
    )
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="9" name="x" descr="Loin"/><a:graphic>'
        '<a:graphicData><pic:pic><pic:blipFill><a:blip r:link="out"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    return changed(
        kind,
        **{
            "word/_rels/document.xml.rels": lambda c: c.replace(
                b"</Relationships>", outside.encode()
            ),
            TEXT[kind]: lambda c: c.replace(b"</w:p>", drawing.encode(), 1),
        },
    )
