"""What visitors type, without the characters that nobody types."""

import re

# Control characters but tab, line feed and carriage return (NUL is refused, not removed); those
# that turn the direction of writing around: they could disguise what stands beside them; and the
# two that XML forbids: a workbook that holds one does not open. And what comes along unseen when
# text is copied from elsewhere: soft hyphens, empty spaces, byte order marks. The marks U+200E and
# U+200F, which Arabic and Hebrew need, and the joiners of Persian and of pictures stay.
UNTYPED = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufffe\uffff]"
)
UNSEEN = re.compile("[\xad\u200b-\u200d\u2060-\u2064\ufeff]")
_MARKS = r"[\s\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
AROUND = re.compile(rf"^{_MARKS}|{_MARKS}$")


def plain(text):
    return UNTYPED.sub("", text)


def on_one_line(text):
    """Return ``text`` without line breaks: a browser's text field sends none."""
    return " ".join(plain(text).split())


def as_address(text):
    """Return an address without what copying brings along unseen.

    Within it only what has no width: marks that turn the writing around would show another
    address than the one that is meant, so they are for the field to refuse.
    """
    return UNSEEN.sub("", AROUND.sub("", text))
