"""OpenDocument texts (OASIS Open Document Format 1.3, part 3)."""

from contextlib import suppress

from defusedxml.ElementTree import fromstring

from articles.transcript.paragraphs import Builder, Picture
from articles.transcript.reading.archive import opened
from articles.transcript.reading.odt_styles import Styles, named

SILENT = {
    *("text:tracked-changes", "text:sequence-decls", "office:annotation", "text:note-citation"),
    *("text:table-of-content", "text:bibliography", "office:forms", "svg:title", "svg:desc"),
}


def read(data):
    """Return the paragraphs of ``data``, bytes of an OpenDocument text. Raises Unreadable."""
    with opened(data, "content.xml") as archive:
        content = fromstring(archive.read("content.xml"), forbid_dtd=True)
        sheets = [content]
        with suppress(KeyError):
            sheets.append(fromstring(archive.read("styles.xml"), forbid_dtd=True))
        document = Document(archive, Styles(sheets))
        for body in content.iter(named("office:text")):
            document.walk(body, {})
        return document.builder.paragraphs


class Document:
    """Walks through the text: ``about`` holds the fields of paragraphs at the place."""

    def __init__(self, archive, styles):
        self.archive, self.styles = archive, styles
        self.builder = Builder()

    def walk(self, element, about):
        column = 0
        for child in element:
            name = self.styles.name(child)
            if name in SILENT:
                continue
            if name in ("text:p", "text:h"):
                self.paragraph(child, about)
            elif name == "text:list":
                style = child.get(named("text:style-name"))
                ordered = self.styles.is_ordered(style) if style else about.get("ordered", False)
                self.walk(child, about | {"kind": "item", "ordered": ordered})
            elif name == "table:table-cell":
                self.walk(child, about | {"kind": "cell", "level": column})
                column += 1
            elif name == "draw:frame":
                self.picture(child, about)
            else:
                self.walk(child, about)

    def paragraph(self, element, about):
        style = element.get(named("text:style-name"))
        kind = self.styles.kind(style)
        if element.tag == named("text:h") and kind == "text":
            level = int(element.get(named("text:outline-level"), "1"))
            kind = {"kind": "heading", "level": level}
        else:
            kind = {"kind": kind} if kind != "text" else {}
        self.about = about | kind
        self.runs(element, self.styles.marks(style), "")
        self.builder.end(**self.about)

    def runs(self, element, marks, href):
        self.builder.add(element.text or "", *marks, href)
        for child in element:
            name = self.styles.name(child)
            if name in ("text:line-break", "text:soft-page-break"):
                self.builder.end(**self.about)
            elif name in ("text:tab", "text:s"):
                self.builder.add(" ", *marks, href)
            elif name == "draw:frame":
                self.picture(child, self.about)
            elif name not in SILENT:
                style = child.get(named("text:style-name"))
                inner = self.styles.marks(style, marks) if name == "text:span" else marks
                to = child.get(named("xlink:href"), "") if name == "text:a" else href
                self.runs(child, inner, to)
            self.builder.add(child.tail or "", *marks, href)

    def picture(self, frame, about):
        """Keep the image of a frame, or walk through the text of a box."""
        described = [frame.findtext(named(name)) or "" for name in ("svg:desc", "svg:title")]
        for child in frame:
            name = self.styles.name(child)
            if name == "draw:text-box":
                self.builder.end(**about)
                self.walk(child, {})
            elif name == "draw:image":
                self.builder.end(**about)
                data = b""
                with suppress(KeyError):
                    data = self.archive.read(child.get(named("xlink:href"), ""))
                picture = Picture(data, next(filter(None, described), ""))
                self.builder.end(kind="picture", picture=picture)
