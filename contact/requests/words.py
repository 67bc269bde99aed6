"""The words by which a request is found: without accents, cases, signs and endings."""

import re

from cyberworkers.language.forgiving import BETWEEN, forms, stems_of, wanted

MOST_WORDS = 10  # of a search
TELEPHONE = re.compile(r"[\d\s.+()/-]+")
# A number in a text, as it is grouped: “35 000”, “+33 (0)1.23.45.67.89”.
NUMBER = re.compile(
    r"\+?\d+(?:(?: ?\(0\) ?|[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}./-])\d+)*"
)


def words_of(text):
    """Return the words of ``text``, folded: ``["solange", "prevert", "example"]``."""
    return forms(str(text))


def sought(text, exact=False):
    """Return what a search asks for, at most ten words: of each, with what it may begin, and the
    stems that are as good, none of a telephone number, nor where it is to be ``exact``.
    """
    if number := telephone(text.strip()):
        return [(word, ()) for word in number]
    if exact:
        return [(word, ()) for word in words_of(text)[:MOST_WORDS]]
    return [(word.form, word.stems) for word in wanted(text)[:MOST_WORDS]]


def searchable(texts):
    """Return one text to search in: each word of ``texts`` after a blank, also numbers as one;
    then the stems that are no such words, between two blanks.
    """
    words, stems = {}, {}
    for text in map(str, texts):
        words |= dict.fromkeys(words_of(text))
        for number in [text, *NUMBER.findall(text)]:
            words |= dict.fromkeys(telephone(number))
        stems |= dict.fromkeys(stems_of(text))
    return f" {' '.join(words)} {BETWEEN} {' '.join(one for one in stems if one not in words)} "


def telephone(text):
    """Return a number as one word however it was grouped, +33 as 0; nothing for other texts."""
    if not TELEPHONE.fullmatch(text):
        return []
    text = re.sub(r"^(?:\+|00)33", "0", text.strip())
    digits = re.sub(r"\D", "", text.replace("(0)", "", 1))
    return [digits] if digits else []
