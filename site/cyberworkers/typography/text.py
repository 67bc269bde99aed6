"""Plain text in French typography."""

import re

from django.utils.translation import get_language

from cyberworkers.remembered.texts import remembered
from cyberworkers.typography.rules import ENGLISH, LINES, RULES

# Addresses are left alone: what stands for their characters is no letter and no sign.
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»]++|(?<![^\s\"(<«»])[^\s\"(<«»@]{1,64}+@[\w.-]{1,255}+"
)
ANYTHING = "\ufffc"  # OBJECT REPLACEMENT CHARACTER


def typeset(text, language=None):
    """Return ``text`` as readers see it in ``language``, by default the active one."""
    return french(text) if (language or get_language() or "").startswith("fr") else text


def french(text):
    """Return plain ``text`` in French typography; applied twice it does the same as once, but for
    straight quotation marks within straight ones: of these only the inner ones are understood.
    """
    pieces, done = [], 0
    for start, end, mark in changes(text):
        pieces += text[done:start], mark
        done = end
    return "".join([*pieces, text[done:]])


@remembered(characters=1_000_000)
def changes(text):
    """Return what the rules change in ``text``: start, end and new text of each, in order."""
    return changes_by(RULES, text)


@remembered(characters=1_000_000)
def changes_in_page(text):
    """Return as `changes` does, with what keeps lines together."""
    return changes_by(RULES + LINES, text)


@remembered(characters=1_000_000)
def changes_in_english_page(text):
    return changes_by(ENGLISH, text)


def changes_by(rules, text):
    seen = text
    if "@" in text or "://" in text or "www." in text:  # the search itself is slow
        seen = ADDRESS.sub(lambda found: ANYTHING * len(found[0]), text)
    found = []
    for rule in rules:
        if '"' in rule.typed and seen.count('"') % 2:
            continue  # which of the quotation marks belong together?
        for match in rule.pattern.finditer(seen):
            for group, mark in enumerate(rule.marks, start=1):
                start, end = match.span(group)
                if start >= 0 and seen[start:end] != mark:
                    found.append((start, end, mark))
    return tuple(apart(sorted(found)))


def apart(found):
    """Return the changes of ``found`` that do not reach into the one before."""
    kept = []
    for change in found:
        if not kept or change[0] >= kept[-1][1] and change != kept[-1]:
            kept.append(change)
    return kept
