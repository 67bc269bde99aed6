"""The screens of the CMS that a person can reach, and the words that stand on them."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

# What is no screen: files, what scripts ask for, what ends the session; pages as readers see them;
# two texts compared, of which the marks leave pieces; and the guide, which is a text.
LEFT = re.compile(
    r"logout|/guide/|/view_draft/|/revisions/\d+/view/|/revisions/compare/|export=|/download|\.(?:ics|csv|xlsx|js)\b|sprite|jsi18n|/api/"
)
HREF = re.compile(r'(?:href|action|data-url|data-src)="(/cms/[^"#]*)')
EACH = 2  # screens of one kind
SAID = ("title", "aria-label", "placeholder", "alt", "data-w-tooltip-content-value", "label")
# Keys under which scripts are told what to show.
TOLD = {"label", "title", "text", "helptext", "help_text", "heading", "labels", "strings"}


def crawl(client, start="/cms/"):
    """Yield address and HTML of each screen that links lead to; of one kind at most EACH."""
    waiting, kinds, seen = [start], {}, {start}
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address, follow=True)
        if answer.status_code != 200 or "html" not in answer.get("Content-Type", ""):
            continue
        html = answer.content.decode()
        yield address, html
        for found in HREF.findall(html):
            target = urljoin(address, found.replace("&amp;", "&"))
            kind = re.sub(r"\d+", "N", target.partition("?")[0])
            if target in seen or LEFT.search(target) or kinds.get(kind, 0) >= EACH:
                continue
            seen.add(target)
            kinds[kind] = kinds.get(kind, 0) + 1
            waiting.append(target)


def texts(html):
    """Return what a person reads on the screen ``html``, piece by piece."""
    reader = Reader()
    reader.feed(html)
    return [text for text in map(str.strip, reader.texts) if text]


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts, self.raw, self.foreign, self.depth = [], None, None, []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag not in VOID:
            self.depth.append(tag)
        if self.foreign is None and found.get("lang") not in (None, "fr"):
            self.foreign = len(self.depth)
        if tag in ("script", "style", "textarea", "code"):
            self.raw = found.get("type", tag)
        if self.foreign is None:
            self.texts += [found[name] for name in SAID if found.get(name)]
            for name, value in found.items():
                if name.startswith("data-") and (value or "")[:1] in ("{", "["):
                    self.texts += told(parsed(value))
            if tag == "input" and found.get("type") in ("submit", "button"):
                self.texts.append(found.get("value") or "")

    def handle_endtag(self, tag):
        self.raw = None
        if tag in self.depth:
            while self.depth.pop() != tag:
                pass
        if self.foreign is not None and len(self.depth) < self.foreign:
            self.foreign = None

    def handle_data(self, data):
        if self.raw == "application/json":
            self.texts += told(json.loads(data))
        elif self.raw is None and self.foreign is None:
            self.texts.append(data)


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def told(value, key=""):
    """Return what is for people in ``value``, which a script is given."""
    if isinstance(value, str) and value.lstrip()[:1] == "<":
        return texts(value)
    if isinstance(value, dict):
        return [text for name, one in value.items() for text in told(one, name)]
    if isinstance(value, list):
        return [text for one in value for text in told(one, key)]
    is_text = isinstance(value, str) and not value.startswith("{")
    return [value] if is_text and key.lower() in TOLD else []
