"""What visitors type, without the characters that nobody types."""

import re

# Control characters but tab, line feed and carriage return (NUL is refused, not removed); those
# that turn the direction of writing around: they could disguise what stands beside them; and the
# two that XML forbids: a workbook that holds one does not open. The marks U+200E and U+200F, which
# Arabic and Hebrew need, stay.
UNTYPED = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def plain(text):
    return UNTYPED.sub("", text)


def on_one_line(text):
    """Return ``text`` without line breaks: a browser's text field sends none."""
    return " ".join(plain(text).split())
