"""The HTML of the site as other programmes can show it: plain, with absolute addresses."""

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Comment

# XML 1.0 has no way to write these (section 2.2); they are pasted from word processors.
UNREADABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What stays, with which attributes; other elements are replaced by what is in them.
KEPT = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    **dict.fromkeys(("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br"), ()),
    **dict.fromkeys(("blockquote", "figure", "figcaption", "strong", "b", "em", "i"), ()),
}
# The link of a question has no words but those for screen readers.
REMOVED = "source, script, style, svg, nav, form, button, iframe, template, .exchange__link"
ADDRESSES = {"href": {"http", "https", "mailto", "tel"}, "src": {"http", "https"}}


def readable(text):
    """Return ``text`` without the characters that make XML invalid."""
    return UNREADABLE.sub("", text)


def clean(html, base):
    """Return ``html`` without what belongs to the site; addresses are relative to ``base``."""
    soup = BeautifulSoup(readable(html), "html.parser")
    for comment in soup(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.select(REMOVED):
        tag.decompose()
    for tag in soup("summary"):
        tag.name = "h4"
    for tag in soup(True):
        if tag.name not in KEPT:
            tag.unwrap()
            continue
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in KEPT[tag.name]}
        for name, schemes in ADDRESSES.items():
            if name in tag.attrs:
                make_absolute(tag, name, base, schemes)
    lines = (line.strip() for line in str(soup).splitlines())
    return "\n".join(line for line in lines if line)


def make_absolute(tag, name, base, schemes):
    """Make the address absolute, or remove it when it is nothing to follow."""
    try:
        url = urljoin(base, tag[name].strip())
        if urlsplit(url).scheme not in schemes:
            raise ValueError
    except ValueError:
        del tag[name]
    else:
        tag[name] = url
