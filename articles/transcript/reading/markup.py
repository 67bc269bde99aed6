"""Pages, and what programmes put on the clipboard: HTML, read as browsers read it (by nh3)."""

import base64
import binascii
import re
from html import unescape
from html.parser import HTMLParser

import nh3

from articles.transcript.paragraphs import TOO_LONG, Builder, Picture, Unreadable
from articles.transcript.reading.plain import decoded
from articles.transcript.reading.sentences import HOSTILE
from articles.transcript.reading.styles import BLOCKS, IMPLIED, SILENT, TAGS, VOID, Style, styled

DEEPEST = 500  # elements within each other
MOST = 4_000_000  # characters of markup, images aside: twenty times those of a long interview
MOST_LETTERS = 60_000  # that are written as names or numbers: on many of them nh3 is slow
IMAGE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,(?P<data>[A-Za-z0-9+/=\s]+)")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


def read(data):
    """Return the paragraphs of ``data``, bytes of a page. Raises Unreadable."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
    return read_text(decoded(data, declared and declared[1].decode("ascii", "ignore")))


def read_text(html):
    """Return the paragraphs of ``html``. Nothing that it names is fetched. Raises Unreadable."""
    if len(html) > MOST and len(IMAGE.sub("", html)) > MOST:
        raise Unreadable(TOO_LONG)
    if html.count("&") > MOST_LETTERS or is_deep(html):
        raise Unreadable(HOSTILE)
    page = Page()
    # Well-formed from here on, without comments and scripts: on what is not, Python is slow.
    page.feed(
        nh3.clean(
            html,
            tags=TAGS,
            clean_content_tags=SILENT,
            attributes={
                "*": {"class", "id", "style", "role", "hidden"},
                "a": {"href"},
                "img": {"src", "alt"},
            },
            url_schemes={"http", "https", "mailto", "tel", "data"},
            link_rel=None,
        )
    )
    page.close()
    page.end_paragraph()
    return page.builder.paragraphs


def is_deep(html):
    """Return whether more elements are open at once than a page has: for them nh3 takes minutes."""
    depth = 0
    for found in TAG.finditer(html):
        if found[2].lower() not in VOID | IMPLIED:
            depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


class Page(HTMLParser):
    """Follows the open elements, with the style that each gives to what is in it."""

    def __init__(self):
        super().__init__(convert_charrefs=False)  # which takes minutes for many
        self.builder = Builder()
        self.open = [Style()]
        self.column = 0

    def end_paragraph(self):
        self.builder.end(**self.open[-1].about)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in BLOCKS or tag == "br":
            self.end_paragraph()
        if tag == "img":
            self.picture(attrs)
        if tag in VOID:
            return
        style = styled(self.open[-1], tag, attrs)
        if tag == "tr":
            self.column = 0
        elif tag in ("td", "th"):
            style = style._replace(kind="cell", level=self.column, bold=style.bold or tag == "th")
            self.column += 1
        self.open.append(style)

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_paragraph()
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data):
        style = self.open[-1]
        if style.silent:
            return
        lines = data.splitlines() if style.lines else [data]
        for number, line in enumerate(lines):
            if number:
                self.end_paragraph()
            self.builder.add(line, style.bold, style.italic, style.href)

    def handle_entityref(self, name):
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name):
        self.handle_data(unescape(f"&#{name};"))

    def picture(self, attrs):
        """Keep an image that the page holds itself; of one elsewhere, what stands for it."""
        alt = (attrs.get("alt") or "").strip()
        found = IMAGE.fullmatch(attrs.get("src") or "")
        style = self.open[-1]
        if style.silent or (not found and not alt):
            return
        try:
            data = base64.b64decode(found["data"]) if found else b""
        except binascii.Error:
            data = b""
        self.end_paragraph()
        self.builder.end(kind="picture", place=style.place, picture=Picture(data, alt))
