"""Break a text into lines that fit."""

import re

from editing.share_image.lettering import Lettering


def fit(text, family, weight, sizes, box, *, tracking=0.0, leading=1.0, most=99):
    """Return the Lettering and the lines of ``text`` in the largest of ``sizes`` that fits.

    ``box`` is width and height in pixels, ``leading`` the height of a line in em, ``most`` the
    number of lines. At the smallest size long words are broken, and what is too much ends in “…”.
    """
    width, height = box
    for size in sizes:
        lettering = Lettering(family, size, weight, tracking)
        room = min(most, max(1, int(height // (size * leading))))
        lines = wrap(text, lettering, width)
        if len(lines) <= room and all(lettering.width(line) <= width for line in lines):
            return lettering, balance(text, lettering, width, lines)
    lines = wrap(broken(text, lettering, width), lettering, width)
    if len(lines) > room:
        lines = [*lines[: room - 1], shorten(" ".join(lines[room - 1 :]), lettering, width)]
    return lettering, lines


def wrap(text, lettering, width):
    """Return lines of whole words; a word that is wider than ``width`` has a line of its own."""
    lines = []
    for word in re.split(" +", text):
        if lines and lettering.width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def balance(text, lettering, width, lines):
    """Return as many lines in the narrowest column that holds them, so that none is left over."""
    narrow, wide = width / 2, width
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        tried = wrap(text, lettering, middle)
        if len(tried) == len(lines) and all(lettering.width(line) <= middle for line in tried):
            wide, lines = middle, tried
        else:
            narrow = middle
    return lines


def broken(text, lettering, width):
    """Return ``text`` with a space in each word that is too wide, as often as needed."""
    pieces = []
    for word in text.split(" "):
        while lettering.width(word) > width:
            cut = fitting(word, lettering, width)
            pieces.append(word[:cut])
            word = word[cut:]
        pieces.append(word)
    return " ".join(pieces)


def shorten(text, lettering, width):
    """Return what fits of ``text``, with “…” where something is missing."""
    if lettering.width(text) <= width:
        return text
    cut = fitting(text, lettering, width - lettering.width("…"))
    return text[:cut].rstrip(" ,;:–-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}") + "…"


def fitting(text, lettering, width):
    """Return how many letters of ``text`` are at most ``width`` wide: one at least."""
    fewest, most = 1, len(text)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if lettering.width(text[:middle]) <= width:
            fewest = middle
        else:
            most = middle - 1
    return fewest
