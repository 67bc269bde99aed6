"""Questions of which nobody says who asks: by how they are set, by what they say, in turns."""

import re

from articles.transcript.lines import Role
from articles.transcript.signs.words import imperative

LONG = 350  # characters: above, a paragraph that ends with a question is rather an answer
SHORT = 220


def assign(passages):
    """Give ``passages``, those of the interview itself, roles: by the first sign that fits."""
    texts = [one for one in passages if one.is_open and one.paragraph.kind not in ("caption",)]
    for sign in (by_reply, by_style, by_dash, by_number, by_turns, by_mark):
        if asked := sign(texts):
            break
    else:
        asked = {one.place for one in texts[::2]}
    for passage in texts:
        if passage.paragraph.kind in ("quotation", "heading") and passage.place not in asked:
            continue
        passage.role = Role.QUESTION if passage.place in asked else Role.ANSWER
    return bool(asked)


def by_reply(passages):
    """Who answers a mail writes below each of its questions."""
    quoted = {one.place for one in passages if one.quoted}
    return quoted if quoted and len(quoted) < len(passages) else set()


def by_style(passages):
    """Questions stand in bold, in italics or as headings; answers do not."""
    for sign in STYLES:
        set_apart = [one for one in passages if sign(one)]
        asking = [one for one in set_apart if likely(one)]
        rest = [one for one in passages if not sign(one)]
        if len(asking) < 2 or len(asking) < 0.5 * len(set_apart) or len(rest) < len(asking) * 0.6:
            continue
        alike = len(asking) >= 0.8 * len(set_apart)
        return {one.place for one in set_apart if likely(one) or (alike and answered(one, rest))}
    return set()


def heading(level):
    return lambda one: one.paragraph.kind == "heading" and one.paragraph.level == level


STYLES = (
    *(heading(level) for level in range(1, 7)),
    lambda one: one.paragraph.kind == "heading",
    lambda one: one.is_bold and one.paragraph.kind != "heading",
    lambda one: one.is_bold,
    lambda one: one.paragraph.is_italic,
    lambda one: one.paragraph.kind == "quotation",
    lambda one: one.paragraph.kind == "cell" and one.paragraph.level == 0,
    lambda one: one.paragraph.kind == "cell" and one.paragraph.level == 1,
    lambda one: one.paragraph.kind == "item",
)


def likely(passage):
    return passage.asks or imperative(passage.text)


def answered(passage, rest):
    """Return whether what follows ``passage`` is set otherwise; what closes a sentence asks."""
    follows = any(one.place == passage.place + 1 for one in rest)
    return follows and bool(re.search(r"[.!…:]\W*$", passage.text))


def by_dash(passages):
    """Questions begin with a dash; where all do, who speaks changes at each."""
    dashed = [one for one in passages if one.dash]
    asking = [one for one in dashed if likely(one)]
    if len(asking) < 2:
        return set()
    if len(asking) >= 0.7 * len(dashed) and len(dashed) < 0.9 * len(passages):
        return {one.place for one in dashed}
    return by_turns(dashed) or {one.place for one in dashed[::2]}


def by_number(passages):
    """Questions are numbered one after the other."""
    numbered = [one for one in passages if one.item and one.paragraph.kind != "item"]
    asking = [one for one in numbered if likely(one)]
    rising = [int(one.item) for one in numbered]
    if len(asking) < 2 or len(asking) < 0.5 * len(numbered) or rising != sorted(set(rising)):
        return set()
    return {one.place for one in numbered}


def by_turns(passages):
    """Question and answer take turns, whether all questions have their mark or not."""
    texts = [one for one in passages if one.paragraph.kind in ("text", "cell")]
    for first in (0, 1):
        turns, others = texts[first::2], [*texts[:first], *texts[1 - first :: 2]]
        asking = sum(map(likely, turns))
        if len(turns) < 2 or not asking or any(map(marked, others)):
            continue
        if asking >= 0.6 * len(turns) or length(turns) < 0.6 * length(others):
            return {one.place for one in turns}
    return set()


def length(passages):
    return sum(len(one.text) for one in passages) / max(1, len(passages))


def marked(passage):
    return likely(passage) and len(passage.text) < LONG


def by_mark(passages):
    """A short paragraph that ends with a question mark, or asks to tell, is a question."""
    asked = set()
    for number, passage in enumerate(passages):
        last = number + 1 == len(passages)
        is_text = passage.paragraph.kind not in ("item", "quotation")
        short = len(passage.text) < (LONG if passage.asks else SHORT)
        if is_text and likely(passage) and short and not last:
            asked.add(passage.place)
    return asked
