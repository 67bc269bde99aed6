"""What an element of a page says of the text in it."""

import re
from typing import NamedTuple

# What is no text of a page, or was struck out.
SILENT = {
    *("script", "style", "title", "template", "svg", "math", "object", "iframe", "noscript"),
    *("select", "textarea", "video", "audio", "canvas", "map", "del", "s", "strike"),
}
HEADINGS = {f"h{number}": number for number in range(1, 7)}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd"),
    *(
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
    ),
    *("hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *HEADINGS),
}
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
    *("source", "track", "wbr"),
}
# What may be left open: the next of its kind ends it.
IMPLIED = {"p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"}
MARKS = {"a", "b", "strong", "i", "em", "cite", "span", "label", "img", "br"}
TAGS = BLOCKS | MARKS
# Parts of a page that are no text of it.
PLACES = {"nav": "nav", "form": "form", "footer": "footer", "aside": "aside", "dialog": "dialog"}
PLACES |= {"button": "form", "label": "form", "legend": "form"}
ROLES = {"navigation": "nav", "contentinfo": "footer", "search": "form", "dialog": "dialog"}
ROLES |= {"complementary": "aside", "alertdialog": "dialog", "banner": "nav", "menu": "nav"}
NAMED = re.compile(
    r"\b(?P<nav>nav(bar|igation)?|menu|breadcrumbs?|fil-d-ariane|skip-link|masthead|topbar)\b"
    r"|\b(?P<dialog>cookies?|consent|gdpr|rgpd|popup|modal)\b"
    r"|\b(?P<footer>footer|colophon|copyright|legal)\b"
    r"|\b(?P<form>newsletter|subscribe|signup|contact-form|wpcf7|gform)\b"
    r"|\b(?P<aside>share|sharing|social|partage|related|sidebar|widget|comments?|advert\w*|tags)\b",
    re.IGNORECASE,
)
# What Word calls its styles in what it puts on the clipboard.
WORD = {"msotitle": "title", "msosubtitle": "subtitle", "msoquote": "quotation"}
WORD |= {"msointensequote": "quotation", "msocaption": "caption"}


class Style(NamedTuple):
    bold: bool = False
    italic: bool = False
    href: str = ""
    kind: str = "text"
    level: int = 0
    ordered: bool = False
    place: str = ""
    silent: bool = False
    lines: bool = False  # each line of the source is a paragraph

    @property
    def about(self):
        """The fields of a paragraph in this style."""
        names = ("kind", "level", "ordered", "place")
        return {name: getattr(self, name) for name in names}


def styled(style, tag, attrs):
    """Return ``style``, that of what is around an element, as that of its content."""
    # Word says the same of scripts that run from right to left, and means these alone.
    css = re.sub(r"\s|mso-bidi-[\w-]+:[^;]*", "", (attrs.get("style") or "").lower())
    hidden = "display:none" in css or "hidden" in attrs or "mso-list:ignore" in css
    if hidden:
        return style._replace(silent=True)
    if tag == "pre":
        style = style._replace(lines=True)
    if tag in HEADINGS:
        style = style._replace(kind="heading", level=HEADINGS[tag])
    elif tag in ("ul", "ol"):
        style = style._replace(kind="text", ordered=tag == "ol")
    elif tag in ("li", "blockquote", "figcaption", "caption"):
        kinds = {"li": "item", "blockquote": "quotation"}
        style = style._replace(kind=kinds.get(tag, "caption"))
    elif tag in ("b", "strong", "dt"):
        style = style._replace(bold="font-weight:normal" not in css)
    elif tag in ("i", "em", "cite"):
        style = style._replace(italic=True)
    elif tag == "a":
        style = style._replace(href=attrs.get("href") or "")
    name = (attrs.get("class") or "").lower()
    if kind := "item" if name.startswith("msolistparagraph") else WORD.get(name):
        style = style._replace(kind=kind)
    if weight := re.search(r"font-weight:(bold|[1-9]00)", css):
        style = style._replace(bold=weight[1] == "bold" or int(weight[1]) >= 600)
    if "font-style:italic" in css:
        style = style._replace(italic=True)
    return style._replace(place=place_of(tag, attrs) or style.place)


def place_of(tag, attrs):
    """Return the part of a page that an element is, or ""."""
    if tag in PLACES or (attrs.get("role") or "") in ROLES:
        return PLACES.get(tag) or ROLES[attrs["role"]]
    if tag in ("html", "body", "main", "article", "p", "span", *HEADINGS):
        return ""
    names = f"{attrs.get('class') or ''} {attrs.get('id') or ''}"
    found = NAMED.search(names)
    return found.lastgroup if found else ""
