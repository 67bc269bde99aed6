"""What a transcript is made of, whatever its format: paragraphs of runs, with what marked them."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

# An hour of speech has 60,000 characters in some 300 paragraphs.
MOST_PARAGRAPHS, MOST_CHARACTERS = 3_000, 300_000
# What programmes leave in texts and nobody sees: soft hyphens, marks without width, controls.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]")
SPACES = re.compile("[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
HALVES = re.compile("[\ud800-\udfff]")
EDGES = " \t\r\n\u00a0\u202f"


class Unreadable(Exception):
    """A sentence that says why a transcript is not read, and what to do."""


class Run(NamedTuple):
    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True)
class Picture:
    """An image of a document; ``data`` is empty where it lay elsewhere: nothing is fetched."""

    data: bytes
    alt: str = ""


@dataclass
class Paragraph:
    """``kind``: text, title, subtitle, heading, item, quotation, caption, cell or picture.

    ``level`` is that of a heading, or the column of a cell; ``ordered`` says that an item has a
    number; ``place`` names the part of a page that is no text (nav, form …); ``speaker`` is known
    of some subtitles.
    """

    runs: list
    kind: str = "text"
    level: int = 0
    ordered: bool = False
    place: str = ""
    speaker: str = ""
    picture: Picture | None = None

    def as_json(self):
        """Return what is stored: all but the data of an image, which the original holds."""
        picture = self.picture and [self.picture.alt, bool(self.picture.data)]
        return [self.runs, self.kind, self.level, self.ordered, self.place, self.speaker, picture]

    @classmethod
    def from_json(cls, value):
        """Return the paragraph; ``data`` of its image only says whether there is any."""
        runs, kind, level, ordered, place, speaker, picture = value
        picture = picture and Picture(b"+" if picture[1] else b"", picture[0])
        return cls([Run(*run) for run in runs], kind, level, ordered, place, speaker, picture)

    @cached_property
    def text(self):
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self):
        return self.is_all("bold")

    @property
    def is_italic(self):
        return self.is_all("italic")

    def is_all(self, mark):
        """Return whether every letter has ``mark``."""
        telling = [run for run in self.runs if re.search(r"\w", run.text)]
        return bool(telling) and all(getattr(run, mark) for run in telling)

    def between(self, start, end):
        """Return the runs of the characters from ``start`` until before ``end``."""
        found, at = [], 0
        for run in self.runs:
            part = run.text[max(0, start - at) : max(0, end - at)]
            if part:
                found.append(run._replace(text=part))
            at += len(run.text)
        return found


@dataclass
class Builder:
    """Collects paragraphs. Raises Unreadable when there are more than an interview has."""

    paragraphs: list = field(default_factory=list)
    runs: list = field(default_factory=list)
    characters: int = 0

    def add(self, text, bold=False, italic=False, href=""):
        """Add ``text`` to the paragraph that is being built."""
        text = SPACES.sub(" ", UNSEEN.sub("", text))
        self.characters += len(text)
        if self.characters > MOST_CHARACTERS:
            raise Unreadable(TOO_LONG)
        if text:
            self.runs.append(Run(text, bold, italic, href))

    def end(self, **about):
        """End the paragraph, if it has any words; ``about`` are further fields of it."""
        runs = trimmed(together(self.runs))
        self.runs = []
        if runs or about.get("picture"):
            self.paragraphs.append(Paragraph(runs, **about))
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise Unreadable(TOO_LONG)


def together(runs):
    """Return ``runs``, those that are alike as one, with one space where several meet."""
    found = []
    for marks, alike in groupby(runs, key=lambda run: run[1:]):
        text = SPACES.sub(" ", "".join(run.text for run in alike))
        if HALVES.search(text):  # of letters beyond the first 65,536, which came one by one
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if found and found[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            found.append(Run(text, *marks))
    return found


def trimmed(runs):
    """Return ``runs`` without spaces at both ends."""
    runs = [run for run in runs if run.text]
    while runs and not (text := runs[0].text.lstrip(EDGES)):
        runs.pop(0)
    if runs:
        runs[0] = runs[0]._replace(text=text)
    while runs and not (text := runs[-1].text.rstrip(EDGES)):
        runs.pop()
    if runs:
        runs[-1] = runs[-1]._replace(text=text)
    return runs


TOO_LONG = _(
    "This text is far longer than an interview: it was not read. Paste the interview alone."
)

EMPTY = _("There is no text in it.")
