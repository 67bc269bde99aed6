"""Pages, and what programmes put on the clipboard: HTML, and XHTML as far as browsers read it."""

import base64
import binascii
import re
from html.parser import HTMLParser

from articles.transcript.paragraphs import Builder, Picture
from articles.transcript.reading.plain import decoded
from articles.transcript.reading.styles import BLOCKS, VOID, Style, styled

DEEPEST = 200
DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,(?P<data>[A-Za-z0-9+/=\s]+)\Z")
# A paragraph ends where one of these begins, whether its end is written down or not.
ENDS_PARAGRAPH = BLOCKS - {"html", "body"}


def read(data):
    """Return the paragraphs of ``data``, bytes of a page."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
    return read_text(decoded(data, declared and declared[1].decode("ascii", "ignore")))


def read_text(html):
    """Return the paragraphs of ``html``. Nothing that it names is fetched."""
    parser = Page()
    parser.feed(html)
    parser.close()
    parser.end_paragraph()
    return parser.builder.paragraphs


class Page(HTMLParser):
    """Follows the open elements, with the style that each gives to what is in it."""

    def __init__(self):
        super().__init__()
        self.builder = Builder()
        self.open = []
        self.column = 0

    @property
    def style(self):
        return self.open[-1][1] if self.open else Style()

    def end_paragraph(self):
        self.builder.end(**self.style.about)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ENDS_PARAGRAPH:
            self.end_paragraph()
            if self.open and self.open[-1][0] == "p":
                self.open.pop()
        if tag == "br":
            self.end_paragraph()
        if tag == "img":
            self.picture(attrs)
        if tag in VOID or len(self.open) > DEEPEST:
            return
        if tag in ("li", "tr", "td", "th", "dt", "dd", "option"):
            self.close_sibling(tag)
        style = styled(self.style, tag, attrs)
        if tag == "tr":
            self.column = 0
        elif tag in ("td", "th"):
            style = style._replace(kind="cell", level=self.column, bold=style.bold or tag == "th")
            self.column += 1
        self.open.append((tag, style))

    def close_sibling(self, tag):
        """End an item or a cell that was left open when the next begins."""
        kin = {"td": ("td", "th"), "th": ("td", "th"), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
        if self.open and self.open[-1][0] in kin.get(tag, (tag,)):
            self.open.pop()

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_paragraph()
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] == tag:
                del self.open[place:]
                return

    def handle_data(self, data):
        style = self.style
        if style.silent:
            return
        if any(one[0] == "pre" for one in self.open):
            *lines, data = data.splitlines() or [""]
            for line in lines:
                self.builder.add(line, style.bold, style.italic, style.href)
                self.end_paragraph()
        self.builder.add(data, style.bold, style.italic, style.href)

    def picture(self, attrs):
        """Keep an image that the page holds itself; of one elsewhere, what stands for it."""
        alt = (attrs.get("alt") or "").strip()
        found = DATA.match(attrs.get("src") or "")
        if self.style.silent or (not found and not alt):
            return
        try:
            data = base64.b64decode(found["data"]) if found else b""
        except binascii.Error:
            data = b""
        self.end_paragraph()
        self.builder.end(kind="picture", place=self.style.place, picture=Picture(data, alt))
