"""Where a document holds a term, in four bytes a place: which part of it, whether in the heading
of the part, the number of the word in the part, and eight bits that tell the forms of a stem apart.
"""

import struct
import zlib
from typing import NamedTuple

# The parts of every document; its passages follow.
TITLE, PEOPLE, TOPICS, STANDFIRST, ALSO, PASSAGES = range(6)
MOST_PARTS, MOST_WORDS = 255, 32_000  # a text that is longer has no more places
MOST = 24  # places that are kept of a term: the first of them


class Place(NamedTuple):
    part: int
    in_heading: bool
    word: int
    mark: int


def mark_of(form):
    return zlib.crc32(form.encode()) & 0xFF


def pack(places):
    """Return `Place`s as bytes."""
    codes = [
        min(part, MOST_PARTS) << 24 | bool(heading) << 23 | min(word, MOST_WORDS) << 8 | mark
        for part, heading, word, mark in places[:MOST]
    ]
    return struct.pack(f"<{len(codes)}I", *codes)


def unpack(data):
    """Return the `Place`s of what `pack` returned."""
    codes = struct.unpack(f"<{len(data) // 4}I", data)
    return [
        Place(code >> 24, bool(code >> 23 & 1), code >> 8 & 0x7FFF, code & 0xFF) for code in codes
    ]
