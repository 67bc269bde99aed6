"""A Word document, as Word 365 writes it, with the standard library alone."""

from xml.sax.saxutils import escape, quoteattr

from tests.transcript.documents.archive import png, zipped
from tests.transcript.documents.docx_parts import (
    HEAD,
    NAMES,
    STYLES,
    content_types,
    numbering,
    relations,
    styles,
)

BOLD_WHEN_PLAIN = ("Title", "Subtitle", "Heading1", "Heading2")
MARKS = {"strong": "<w:b/>", "emphasis": "<w:i/>", "words": '<w:rStyle w:val="Lienhypertexte"/>'}


def make(pieces, about):
    """Return the bytes of a document of ``pieces``; ``about`` is its description."""
    ties = ["styles", "numbering", *(part for part in ("header", "footer") if part in about)]
    document = Document(ties, about.get("plain", False))
    body = document.body(pieces)
    parts = {
        "[Content_Types].xml": content_types(["document", *ties]),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml", False)}),
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}"
        f"<w:sectPr>{edges(about)}</w:sectPr></w:body></w:document>",
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/_rels/document.xml.rels": relations(document.relations),
    }
    for part in ("header", "footer"):
        if part in about:
            tag, text = ("hdr", "ftr")[part == "footer"], run(about[part])
            parts[f"word/{part}.xml"] = f"{HEAD}<w:{tag} {NAMES}><w:p>{text}</w:p></w:{tag}>"
    return zipped(parts | document.images)


class Document:
    def __init__(self, ties, plain):
        self.relations = {name: (name, f"{name}.xml", False) for name in ties}
        self.images, self.plain = {}, plain

    def body(self, pieces):
        parts, rows = [], []
        for piece in [*pieces, None]:
            if piece and piece.style == "cell":
                rows.append("".join(self.cell(cell) for cell in piece.cells))
                continue
            if rows:
                parts.append(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
                rows = []
            if piece:
                parts.append(self.image(piece) if piece.style == "image" else self.paragraph(piece))
        return "".join(parts)

    def cell(self, cell):
        return f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{self.lines(cell)}</w:tc>'

    def lines(self, cell):
        return f"<w:p>{''.join(self.run(one) for one in cell)}</w:p>"

    def paragraph(self, piece):
        style = piece.style
        bold = "<w:b/>" if self.plain and style in BOLD_WHEN_PLAIN else ""
        about = "" if self.plain or style not in STYLES else paragraph_style(style)
        if style in ("Bullet", "Number"):
            number = 1 if style == "Bullet" else 2
            about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        text = "".join(self.run(one, bold) for one in piece.runs)
        return f"<w:p><w:pPr>{about}</w:pPr>{text}</w:p>"

    def run(self, one, marks=""):
        if one.kind == "deleted":
            gone = f"<w:r><w:delText>{escape(one.text)}</w:delText></w:r>"
            return f'<w:del w:id="7" w:author="R" w:date="2026-03-02T09:00:00Z">{gone}</w:del>'
        text = run(one.text, marks + MARKS.get(one.kind, ""))
        if one.address:
            key = self.tie("hyperlink", one.address, outside=True)
            return f'<w:hyperlink r:id="{key}" w:history="1">{text}</w:hyperlink>'
        return text

    def image(self, piece):
        number = len(self.images) + 1
        self.images[f"word/media/image{number}.png"] = png(90 * number)
        key = self.tie("image", f"media/image{number}.png")
        alt = quoteattr("".join(one.text for one in piece.runs))
        return (
            '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>'
            f'<wp:docPr id="{number}" name="Image {number}" descr={alt}/><a:graphic><a:graphicData '
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill><pic:spPr/></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    def tie(self, kind, target, outside=False):
        key = f"rId{len(self.relations) + 10}"
        self.relations[key] = (kind, target, outside)
        return key


def run(text, marks=""):
    """Return a run, cut in two at a word's middle, as Word cuts where somebody corrected."""
    half = len(text) // 2
    parts = [part for part in (text[:half], text[half:]) if part]
    return '<w:proofErr w:type="spellStart"/>'.join(
        f"<w:r><w:rPr>{marks}</w:rPr>{inner(part)}</w:r>" for part in parts
    )


def inner(text):
    text = escape(text).replace("⏎", "</w:t><w:br/><w:t>").replace("⇥", "</w:t><w:tab/><w:t>")
    return f"<w:t>{text}</w:t>".replace("<w:t>", '<w:t xml:space="preserve">')


def paragraph_style(style):
    return f'<w:pStyle w:val="{STYLES[style][0]}"/>'


def edges(about):
    return "".join(
        f'<w:{part}Reference w:type="default" r:id="{part}"/>'
        for part in ("header", "footer")
        if part in about
    )
