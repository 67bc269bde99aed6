"""A text document of LibreOffice, with the standard library alone."""

from xml.sax.saxutils import escape, quoteattr

from tests.transcript.documents.archive import png, zipped

TYPE = "application/vnd.oasis.opendocument.text"
SPACE = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    [
        *(
            f'xmlns:{name}="{SPACE}:{name}:1.0"'
            for name in ("office", "text", "table", "style", "manifest")
        ),
        f'xmlns:draw="{SPACE}:drawing:1.0"',
        f'xmlns:fo="{SPACE}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{SPACE}:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Names as LibreOffice writes them; T1 and T2 are its automatic styles of direct formatting.
STYLES = {"Title": "Title", "Subtitle": "Subtitle", "Quote": "Quotations"}
LEVELS = {"Heading1": 1, "Heading2": 2}
BOLD_WHEN_PLAIN = ("Title", "Subtitle", "Heading1", "Heading2")
SPANS = {"strong": "T1", "emphasis": "T2"}
AUTOMATIC = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:family="text">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
)


def make(pieces, about):
    """Return the bytes of a document of ``pieces``; ``about`` is its description."""
    images = {}
    body = "".join(blocks(pieces, about.get("plain", False), images))
    parts = {
        "mimetype": TYPE,
        "content.xml": f'{HEAD}<office:document-content {NAMES} office:version="1.3">'
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f'{HEAD}<office:document-styles {NAMES} office:version="1.3">'
        f"<office:master-styles>{edges(about)}</office:master-styles></office:document-styles>",
        **images,
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in [("/", TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml")]
    )
    manifest = f"{HEAD}<manifest:manifest {NAMES}>{entries}</manifest:manifest>"
    return zipped(parts | {"META-INF/manifest.xml": manifest})


def blocks(pieces, plain, images):
    kind = ""
    for piece in [*pieces, None]:
        new = {"Bullet": "list", "Number": "list", "cell": "table"}.get(piece and piece.style, "")
        if new != kind:
            yield {"list": "</text:list>", "table": "</table:table>", "": ""}[kind]
            yield {
                "list": "<text:list>",
                "table": '<table:table table:name="T"><table:table-column/>',
                "": "",
            }[new]
            kind = new
        if piece:
            yield block(piece, plain, images)


def block(piece, plain, images):
    if piece.style == "cell":
        cells = (f"<table:table-cell>{paragraph(one)}</table:table-cell>" for one in piece.cells)
        return f"<table:table-row>{''.join(cells)}</table:table-row>"
    if piece.style == "image":
        return image("".join(one.text for one in piece.runs), images)
    if piece.style in ("Bullet", "Number"):
        return f"<text:list-item>{paragraph(piece.runs)}</text:list-item>"
    if plain:
        return paragraph(piece.runs, bold=piece.style in BOLD_WHEN_PLAIN)
    if level := LEVELS.get(piece.style):
        text = "".join(run(one) for one in piece.runs)
        return f'<text:h text:outline-level="{level}">{text}</text:h>'
    return paragraph(piece.runs, STYLES.get(piece.style, "Standard"))


def paragraph(cell, style="Standard", bold=False):
    text = "".join(run(one) for one in cell)
    if bold:
        text = f'<text:span text:style-name="T1">{text}</text:span>'
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def run(one):
    text = escape(one.text).replace("⏎", "<text:line-break/>").replace("⇥", "<text:tab/>")
    if one.kind == "deleted":
        return ""  # LibreOffice keeps it apart from the text
    if one.address:
        address = quoteattr(one.address)
        return f'<text:a xlink:type="simple" xlink:href={address}>{text}</text:a>'
    if style := SPANS.get(one.kind):
        return f'<text:span text:style-name="{style}">{text}</text:span>'
    return text


def image(words, images):
    path = f"Pictures/{len(images) + 1}.png"
    images[path] = png(90 * (len(images) + 1))
    return (
        f'<text:p text:style-name="Standard"><draw:frame draw:name="Image"><draw:image '
        f'xlink:href="{path}" xlink:type="simple"/><svg:desc>{escape(words)}</svg:desc>'
        "</draw:frame></text:p>"
    )


def edges(about):
    kept = "".join(
        f"<style:{part}><text:p>{escape(about[part])}</text:p></style:{part}>"
        for part in ("header", "footer")
        if part in about
    )
    return f'<style:master-page style:name="Standard">{kept}</style:master-page>'
