"""Which reader reads what: by the name of a file, and by what pasted text looks like."""

import re

from articles.transcript.paragraphs import EMPTY, MOST_CHARACTERS, TOO_LONG, Unreadable
from articles.transcript.reading import docx, marked, markup, odt, plain, rtf, subtitles
from articles.transcript.reading.sentences import NOT_WHAT_IT_SAYS, TOO_LARGE, UNKNOWN

MB = 1024 * 1024
MOST_MB = 20
READERS = {
    "docx": docx.read,
    "odt": odt.read,
    "rtf": rtf.read,
    "txt": plain.read,
    "md": marked.read,
    "html": markup.read,
    "htm": markup.read,
    "srt": subtitles.read,
    "vtt": subtitles.read,
}
# A text never begins like this, whatever its name says.
BINARY = re.compile(
    rb"PK\x03\x04|%PDF-|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8\xff|GIF8|MZ|\x7fELF|\x1f\x8b"
)
# How many bytes a letter may take, with what marks it: subtitles have times for each line.
TEXTS = {"txt": 4, "md": 4, "srt": 8, "vtt": 8}
# Text of documents by the package that holds it, not by itself.
PACKED = ("docx", "odt")


def kind_of(name):
    """Return the kind of the file ``name``, or "" where none of ours."""
    ending = name.rpartition(".")[2].lower()
    return ending if ending in READERS else ""


def read(data, kind):
    """Return the paragraphs of ``data``, bytes of the ``kind``. Raises Unreadable."""
    if kind not in READERS:
        raise Unreadable(UNKNOWN)
    if len(data) > MOST_MB * MB:
        raise Unreadable(TOO_LARGE % {"most": MOST_MB})
    if kind not in PACKED and BINARY.match(data):
        raise Unreadable(NOT_WHAT_IT_SAYS)
    if kind in TEXTS and len(data) > TEXTS[kind] * MOST_CHARACTERS:
        raise Unreadable(TOO_LONG)
    if kind == "txt" and subtitles.looks_like(data):
        kind = "srt"
    paragraphs = READERS[kind](data)
    if not any(one.text for one in paragraphs):
        raise Unreadable(EMPTY)
    return paragraphs
