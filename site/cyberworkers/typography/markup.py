"""HTML in the typography of its language.

A walk over the tags, not a parser: all that is not changed stays byte for byte.
"""

import re
from html import escape, unescape
from typing import NamedTuple

from cyberworkers.remembered.texts import remembered
from cyberworkers.typography.text import ANYTHING, changes_in_english_page, changes_in_page

# What is never closed goes on to the end, so that whatever begins is passed once only.
TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<![^>]*+(?:>|\Z)"""
    r"""|<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"']|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+)(?:>|\Z)""",
    re.DOTALL,
)
LANGUAGE = re.compile(r"""\slang\s*=\s*["']?([a-zA-Z]*)""", re.IGNORECASE)
# Their content is no prose, and that of RAW holds no tags.
RAW = {"script", "style", "textarea"}
VERBATIM = RAW | {"code", "kbd", "samp", "var", "pre", "option", "svg", "math", "template"}
# A sentence goes on through these: a sign may stand in one, its space before it.
INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q"),
    *("s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "code", "kbd", "samp"),
    *("var", "svg", "math"),
}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}


class Part(NamedTuple):
    source: str
    seen: str  # by the rules
    fixed: bool = True


# Whole pages, some 30,000 signs each.
@remembered(characters=2_000_000)
def french_html(html):
    """Return ``html`` with its text in French typography.

    Tags, attributes and comments stay as they are, so does what is VERBATIM or in another
    language (``lang``). Where a text is changed its signs are escaped anew, as Django does.
    """
    return typeset_html(html, "fr", changes_in_page)


@remembered(characters=2_000_000)
def english_html(html):
    """Return ``html`` with its text in English typography, as `french_html` does."""
    return typeset_html(html, "en", changes_in_english_page)


def typeset_html(html, own, changes):
    """Return ``html``, in the language ``own``, with what ``changes`` finds in its sentences."""
    done, sentence, position = [], [], 0
    while tag := TAG.search(html, position):
        sentence.append(text(html[position : tag.start()]))
        position = end_of_part(html, tag, own)
        source, name = html[tag.start() : position], (tag[2] or "").lower()
        if not name or name in INLINE:
            sentence.append(Part(source, ANYTHING if position > tag.end() else ""))
        else:
            done += whole(sentence, changes)
            done.append(source)
            sentence = []
    sentence.append(text(html[position:]))
    return "".join([*done, *whole(sentence, changes)])


def text(source):
    return Part(source, unescape(source), fixed=False)


def end_of_part(html, tag, own):
    """Return where ``tag`` ends, or the whole element when its content is to be left alone."""
    name = (tag[2] or "").lower()
    if not name or tag[1] or name in VOID or tag[3].endswith("/"):
        return tag.end()
    language = LANGUAGE.search(tag[3])
    if name in VERBATIM or language and language[1].lower() not in ("", own):
        return end_of_element(html, name, tag.end())
    return tag.end()


def end_of_element(html, name, position):
    if name in RAW:
        end = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(html, position)
        return html.find(">", end.start()) + 1 or len(html) if end else len(html)
    depth = 1
    for tag in TAG.finditer(html, position):
        if (tag[2] or "").lower() == name:
            depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


def whole(sentence, changes):
    """Yield the parts of ``sentence`` with what ``changes`` finds in all of it."""
    seen = "".join(part.seen for part in sentence)
    todo = [] if seen.isspace() else [*reversed(changes(seen))]
    if not todo:
        yield from (part.source for part in sentence)
        return
    position = 0
    for part in sentence:
        end = position + len(part.seen)
        if part.fixed:
            yield part.source
        else:
            yield from changed(seen, position, end, todo)
        position = end


def changed(seen, position, end, todo):
    """Yield ``seen`` from ``position`` to ``end``, and take from ``todo`` what was done of it."""
    while todo and (todo[-1][0] < end or todo[-1][1] == end == todo[-1][0]):
        start, until, mark = todo.pop()
        yield escape(seen[position:start])
        yield mark
        position = min(until, end)
        if until > end:
            todo.append((end, until, ""))  # the rest is beyond a tag
            break
    yield escape(seen[position:end])
