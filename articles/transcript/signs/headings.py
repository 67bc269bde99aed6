"""Headings within an interview: by their style, or as short lines that end no sentence."""

import re
from itertools import pairwise

from articles.transcript.lines import Role

SHORT = 70  # characters


def find(passages, starts):
    """Give headings their role; ``starts`` says of a passage whether a question begins with it."""
    texts = [one for one in passages if not one.role or one.role == Role.ANSWER]
    for passage, next in pairwise(texts):
        if passage.label or not passage.is_open or passage.paragraph.kind in ("item", "cell"):
            continue
        if is_heading(passage) or (is_short(passage) and starts(next) and not starts(passage)):
            passage.role = Role.HEADING


def is_heading(passage):
    styled = passage.paragraph.kind == "heading" or passage.is_bold
    return styled and not passage.asks and is_short(passage)


def is_short(passage):
    text = passage.text.strip()
    return len(text) <= SHORT and bool(re.match(r"[\w«“]", text)) and text[-1].isalnum()
