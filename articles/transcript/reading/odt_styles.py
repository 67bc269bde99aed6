"""What the styles of an OpenDocument text say of its paragraphs and words."""

SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"
    for name, urn in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
} | {"xlink": "http://www.w3.org/1999/xlink"}
PREFIXES = {space: prefix for prefix, space in SPACES.items()}
KINDS = {"Title": "title", "Subtitle": "subtitle", "Quotations": "quotation"}
KINDS |= {"Caption": "caption", "Illustration": "caption", "Figure": "caption"}
# Styles that stand for the marks of words in every programme.
MARKS = {"Strong_20_Emphasis": (True, None), "Emphasis": (None, True)}


def named(name):
    """Return ``name``, as in a specification, as ElementTree has it: {…}p for text:p."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


class Styles:
    """The styles of all ``sheets``, parsed XML, with what each takes from its parent."""

    def __init__(self, sheets):
        self.styles, self.ordered = {}, set()
        for sheet in sheets:
            for style in sheet.iter(named("style:style")):
                self.styles.setdefault(style.get(named("style:name")), style)
            for style in sheet.iter(named("text:list-style")):
                first = next(iter(style), None)
                if first is not None and self.name(first) == "text:list-level-style-number":
                    self.ordered.add(style.get(named("style:name")))

    def name(self, element):
        """Return the name of ``element`` as in the specification; "" where it is none of ours."""
        space, _, local = element.tag[1:].partition("}")
        return f"{PREFIXES.get(space, '')}:{local}"

    def is_ordered(self, style):
        return style in self.ordered

    def family(self, name):
        """Return the names from ``name`` up to its oldest parent."""
        found = []
        while name and name not in found:
            found.append(name)
            style = self.styles.get(name)
            name = style.get(named("style:parent-style-name")) if style is not None else None
        return found

    def kind(self, name):
        return next((KINDS[one] for one in self.family(name) if one in KINDS), "text")

    def marks(self, name, around=(False, False)):
        """Return whether words in the style ``name`` are bold, and italic; else as ``around``."""
        found = [None, None]
        for one in self.family(name):
            says = MARKS.get(one) or self.says(self.styles.get(one))
            found = [new if old is None else old for old, new in zip(found, says, strict=True)]
        return tuple(a if f is None else f for f, a in zip(found, around, strict=True))

    def says(self, style):
        properties = style.find(named("style:text-properties")) if style is not None else None
        if properties is None:
            return None, None
        weight = properties.get(named("fo:font-weight"))
        slant = properties.get(named("fo:font-style"))
        bold = None if weight is None else weight == "bold" or weight >= "600" and weight.isdigit()
        return bold, None if slant is None else slant in ("italic", "oblique")
