"""The parts of a Word document that do not depend on what it says."""

from xml.sax.saxutils import quoteattr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OUTSIDE = ' TargetMode="External"'
TYPES = {
    "document": f"{WORD}.document.main+xml",
    "styles": f"{WORD}.styles+xml",
    "numbering": f"{WORD}.numbering+xml",
    "header": f"{WORD}.header+xml",
    "footer": f"{WORD}.footer+xml",
}
# As French Word names them: the identifiers are French, the names English.
STYLES = {
    "Title": ("Titre", "Title"),
    "Subtitle": ("Sous-titre", "Subtitle"),
    "Heading1": ("Titre1", "heading 1"),
    "Heading2": ("Titre2", "heading 2"),
    "Bullet": ("Paragraphedeliste", "List Paragraph"),
    "Number": ("Paragraphedeliste", "List Paragraph"),
    "Quote": ("Citation", "Quote"),
}


def styles():
    known = dict(STYLES.values())
    every = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in known.items()
    )
    return f"{HEAD}<w:styles {NAMES}>{every}</w:styles>"


def numbering():
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for number, kind, text in ((1, "bullet", "•"), (2, "decimal", "%1."))
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )
    return f"{HEAD}<w:numbering {NAMES}>{kinds}{used}</w:numbering>"


def content_types(names):
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES[name]}"/>' for name in names
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{parts}</Types>'
    )


def relations(ties):
    every = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}'
        f"{OUTSIDE if outside else ''}/>"
        for key, (kind, target, outside) in ties.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{every}</Relationships>'
