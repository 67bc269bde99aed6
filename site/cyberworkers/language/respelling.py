"""What somebody typed who made an error, as it may have been meant."""

from typing import NamedTuple

from cyberworkers.language.folding import tokens
from cyberworkers.language.forgiving import ELIDING, Wanted, stems
from cyberworkers.language.nearest import nearest


class Respelt(NamedTuple):
    """The `Wanted` words of a search, and its text, with its errors mended."""

    words: list
    text: str


def spellings(texts):
    """Return {folded word: as it is spelt} of ``texts``."""
    found = {}
    for text in texts:
        for token in tokens(text, ELIDING):
            found.setdefault(token.form, text[token.start : token.end].lower())
    return found


def respelt(typed, words, found, vocabulary):
    """Return ``typed`` `Respelt`, or None where one of the `Wanted` ``words`` is like no other.

    ``found`` says of each word whether it is found as it is; ``vocabulary`` is as of `spellings`.
    Two words may be one: “tele travail”.
    """
    meant, text, place = [], typed, 0
    while place < len(words):
        word, after = words[place], words[place + 1 : place + 2]
        joined = word.form + after[0].form if after else ""
        if joined in vocabulary and not (found[place] and found[place + 1]):
            text = mended(text, f"{word.typed} {after[0].typed}", vocabulary[joined])
            meant.append(Wanted(joined, tuple(stems(joined)), vocabulary[joined]))
            place += 2
            continue
        if not found[place]:
            form = nearest(word.form, vocabulary)
            if not form:
                return None
            text = mended(text, word.typed, vocabulary[form])
            word = Wanted(form, tuple(stems(form)), vocabulary[form])
        meant.append(word)
        place += 1
    return Respelt(meant, text)


def mended(text, typed, meant):
    return text.replace(typed, meant, 1) if typed in text else text
