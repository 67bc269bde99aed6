"""The words of a text, and what two spellings of a word have in common.

Accents, ligatures, case and typographic signs do not count, nor what French elides before an
apostrophe; a hyphen separates, as in “très-haut-débit”.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LONGEST = 40  # letters of a word: nobody looks for more
APOSTROPHES = "'’ʼ‘´`＇"
HYPHENS = "-‐‑"
# Accents that stand for themselves, and what invisibly joins or divides the letters of a word.
WITHIN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{WITHIN}])*")
ELIDED = {"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
CONTRACTED = {"s", "t", "re", "ve", "ll", "d", "m"}  # company's, don't
LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


class Token(NamedTuple):
    """A word of a text: its folded ``form``, and where it stands in the text."""

    form: str
    start: int
    end: int
    is_joined: bool = False  # by a hyphen to the word before


@lru_cache(maxsize=50_000)
def fold(word):
    """Return ``word`` in small letters without accents and ligatures, and nothing but letters and
    digits; "" where it has none.
    """
    letters = unicodedata.normalize("NFKD", word.casefold().translate(LETTERS))
    return "".join(letter for letter in letters if letter.isalnum())[:LONGEST]


def tokens(text, language):
    """Return the `Token`s of ``text``, in their order. Each character is looked at once or twice.

    What is elided is none, nor the end of an English contraction.
    """
    found = []
    for match in WORD.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        form = fold(match[0])
        if not form or (before and before in APOSTROPHES and is_contracted(form, found, start)):
            continue
        is_elided = after and after in APOSTROPHES and text[end + 1 : end + 2].isalnum()
        if language == "fr" and form in ELIDED and is_elided:
            continue
        if form == "hui" and found and found[-1].form == "aujourd":
            found[-1] = Token("aujourdhui", found[-1].start, end)
            continue
        is_joined = bool(before and before in HYPHENS and found and found[-1].end == start - 1)
        found.append(Token(form, start, end, is_joined))
    return found


def is_contracted(form, found, start):
    return form in CONTRACTED and bool(found) and found[-1].end == start - 1


def compounds(words):
    """Yield the words that hyphens join, in one: (place of the first, form), e-mail as “email”."""
    start = 0
    for place, word in enumerate([*words, Token("", 0, 0)]):
        if word.is_joined:
            continue
        if place - start > 1:
            yield start, "".join(one.form for one in words[start:place])[:LONGEST]
        start = place
