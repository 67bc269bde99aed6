"""Texts without marks: lines, wrapped or not, in whatever encoding."""

import re
from itertools import pairwise

from articles.transcript.paragraphs import Builder, Unreadable
from articles.transcript.reading.sentences import NOT_TEXT

BULLET = re.compile(r"[\t ]*[•·▪▫‣◦●○■□✓➢→*]\s+|\t*[\u2022\u25e6]")
NUMBER = re.compile(r"\s*\d{1,2}[.)]\s")
# “Hélène Marchetti :”, “Q 1 :”, “Une voix :”: who speaks, and nothing of a sentence.
NAMES = r"[A-ZÀ-Þ][\w.’'&-]{0,30}(?:\s(?:de |du |d’|la |le )?[A-ZÀ-Þ\d][\w.’'-]{0,30}){0,3}"
LABEL = rf"\[?(?:{NAMES}|(?:Une?|A) [\w]{{3,20}})\]?\s?:(?:\s|$)"
# Where a line may not be joined to the one before: who speaks, a dash, a bullet, a quoted mail.
BEGINS = re.compile(rf"\s*(?:[-–—>•·*#]|\d{{1,2}}[.)]\s|\[?\d{{1,2}}:\d\d|{LABEL})")
NARROW, WIDE = 45, 100  # characters of lines that a programme wraps


def read(data):
    """Return the paragraphs of ``data``, bytes of a text. Raises Unreadable."""
    return read_text(decoded(data))


def decoded(data, declared=None):
    """Return ``data`` as a text: UTF-8, UTF-16 with its mark, what is ``declared``, Windows'.

    Raises Unreadable for what is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", *([declared] if declared else []), "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(NOT_TEXT)


def read_text(text):
    """Return the paragraphs of ``text``: its lines, those that were wrapped joined again."""
    builder = Builder()
    width = wrapped_at(text)
    for block in blocks(text):
        for line, next in pairwise([*block, ""]):
            builder.add(" " + line if builder.runs else line)
            if not (width and next and continues(line, next, width)):
                end(builder)
    return builder.paragraphs


def end(builder):
    """End a line; what begins with a bullet is an item of a list, without it."""
    text = "".join(run.text for run in builder.runs)
    if found := BULLET.match(text):
        builder.runs = []
        builder.add(text[found.end() :])
        builder.end(kind="item")
    else:
        builder.end()


def blocks(text):
    """Yield the lines between empty ones, a list each."""
    block = []
    for line in text.splitlines():
        if line.strip(" \t\u00a0\ufeff>"):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def wrapped_at(text):
    """Return the width at which a programme broke the lines of ``text``; 0 if none did."""
    width = max(map(len, text.splitlines()), default=0)
    if not NARROW <= width <= WIDE:
        return 0
    pairs = [pair for block in blocks(text) for pair in pairwise(block)]
    full = [continues(*pair, width) for pair in pairs if not BEGINS.match(pair[1])]
    return width if full and sum(full) >= 0.6 * len(full) else 0


def continues(line, next, width):
    """Return whether ``next`` continues ``line``: its first word would not have fitted there."""
    word = next.strip(" \t>").split(maxsplit=1)[0]
    quoted = line.lstrip().startswith(">") and next.lstrip().startswith(">")
    begins = BEGINS.match(next.lstrip("> ") if quoted else next)
    return not begins and len(line.rstrip()) + 1 + len(word) > width - 6
