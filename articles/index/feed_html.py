"""The HTML of the site as other programmes can show it: plain, with absolute addresses."""

import re
from functools import lru_cache
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from cyberworkers.typography.markup import TAG, VOID, end_of_element

# XML 1.0 has no way to write these (section 2.2); they are pasted from word processors.
UNREADABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What stays, with which attributes; other elements are replaced by what is in them.
KEPT = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    **dict.fromkeys(("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br"), ()),
    **dict.fromkeys(("blockquote", "figure", "figcaption", "strong", "b", "em", "i"), ()),
}
# What goes with all that is in it.
REMOVED = {"script", "style", "svg", "nav", "form", "button", "iframe", "template"}
RENAMED = {"summary": "h4"}
ADDRESSES = {"href": {"http", "https", "mailto", "tel"}, "src": {"http", "https"}}
AWAITED = "/awaited."  # in the address of what holds the place of a picture on a page
ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def readable(text):
    """Return ``text`` without the characters that make XML invalid."""
    return UNREADABLE.sub("", text)


def clean(html, base):
    """Return ``html`` without what belongs to the site; addresses are relative to ``base``.

    A walk over the tags: every one that comes out was written here, and every other sign is text.
    """
    html, done, position = readable(html), [], 0
    while tag := TAG.search(html, position):
        done.append(text(html[position : tag.start()]))
        position = tag.end()
        name = (tag[2] or "").lower()
        name = RENAMED.get(name, name)
        if name in REMOVED and not tag[1]:
            position = end_of_element(html, name, position)
        elif name in KEPT and tag[1]:
            done.append("" if name in VOID else f"</{name}>")
        elif name in KEPT:
            done.append(f"<{name}>" if not KEPT[name] else opening(name, tag[3], base))
    done.append(text(html[position:]))
    lines = (line.strip() for line in "".join(done).splitlines())
    return "\n".join(line for line in lines if line)


def text(source):
    """Return ``source`` with nothing in it that could be taken for a tag."""
    return escape(unescape(source), quote=False) if re.search("[&<>]", source) else source


@lru_cache(maxsize=1024)
def opening(name, attributes, base):
    """Return the tag with those of its attributes that are kept."""
    if name == "img" and AWAITED in attributes:
        return ""
    shown = ""
    for attribute, *values in ATTRIBUTE.findall(attributes):
        attribute, value = attribute.lower(), unescape(next(filter(None, values), ""))
        if attribute in ADDRESSES:
            value = absolute(value, base, ADDRESSES[attribute])
        if attribute in KEPT[name] and value is not None:
            shown += f' {attribute}="{escape(value)}"'
    return f"<{name}{shown}>"


def absolute(url, base, schemes):
    """Return the full address, or None when it is nothing to follow."""
    try:
        url = urljoin(base, url.strip())
        return url if urlsplit(url).scheme in schemes else None
    except ValueError:
        return None
