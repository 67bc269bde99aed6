"""The lines of an iCalendar file (RFC 5545), as far as this calendar needs them."""

import re
from datetime import UTC

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
LINE = 75  # octets


def text(value):
    """Return ``value`` escaped as a TEXT (3.3.11); other control characters are left out."""
    value = re.sub(r"\r\n?", "\n", str(value))
    value = re.sub(r"([\\;,])", r"\\\1", CONTROL.sub("", value))
    return value.replace("\n", "\\n")


def moment(when):
    """Return ``when`` in UTC (3.3.5)."""
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def fold(line):
    """Return ``line`` in pieces of at most 75 octets (3.1), never within a character."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n".join(pieces)


def component(name, properties, *inner):
    """Return the lines of a component; ``inner`` are the lines of those within it."""
    lines = [f"BEGIN:{name}", *(f"{key}:{value}" for key, value in properties)]
    return [*lines, *(line for lines_within in inner for line in lines_within), f"END:{name}"]


def document(lines):
    """Return the file as bytes."""
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()
