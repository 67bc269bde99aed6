"""The cuts: lines with a role, each of pieces of paragraphs. No cut loses a letter of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    TITLE = "title", _("Title")
    STANDFIRST = "standfirst", _("Standfirst")
    QUESTION = "question", _("Question")
    ANSWER = "answer", _("Answer")
    OTHER = "other", _("Another person")
    HEADING = "heading", _("Heading")
    QUOTATION = "quotation", _("Pull quote")
    NOTE = "note", _("Note")
    OUT = "out", _("Left out")


SPEECH = (Role.QUESTION, Role.ANSWER, Role.OTHER)


class Piece(NamedTuple):
    """The characters of a paragraph, by its number, from ``start`` until before ``end``."""

    paragraph: int
    start: int
    end: int


@dataclass
class Line:
    """``marks`` are the pieces around the words that say who speaks, a number or a time."""

    pieces: list
    role: str = Role.OUT
    speaker: str = ""
    marks: list = field(default_factory=list)

    def as_json(self):
        return [self.role, self.speaker, self.pieces, self.marks]

    @classmethod
    def from_json(cls, value):
        role, speaker, pieces, marks = value
        return cls([Piece(*one) for one in pieces], role, speaker, [Piece(*one) for one in marks])


@dataclass
class Cuts:
    """The ``lines`` of ``paragraphs``. Each change names a line by its place among them.

    All of them raise IndexError where there is no such line.
    """

    paragraphs: list
    lines: list

    def as_json(self):
        return [line.as_json() for line in self.lines]

    @classmethod
    def from_json(cls, paragraphs, value):
        return cls(paragraphs, [Line.from_json(one) for one in value])

    def runs(self, line):
        """Return the runs of ``line``, with a space where two pieces meet."""
        found = []
        for number, piece in enumerate(line.pieces):
            if number:
                found.append(found[-1]._replace(text=" ") if found else None)
            found += self.paragraphs[piece.paragraph].between(piece.start, piece.end)
        return [run for run in found if run]

    def text(self, line):
        return "".join(run.text for run in self.runs(line)).strip()

    def mark(self, line):
        """Return the words around those of ``line``: who speaks, a number, a time."""
        found = (self.paragraphs[one.paragraph].text[one.start : one.end] for one in line.marks)
        return " ".join(" ".join(found).split())

    def first(self, line):
        """Return the paragraph in which ``line`` begins."""
        return self.paragraphs[(line.pieces or line.marks)[0].paragraph]

    def assign(self, place, role=None, speaker=None):
        line = self.lines[place]
        line.role = line.role if role is None else Role(role)
        line.speaker = line.speaker if speaker is None else speaker

    def split(self, place, at):
        """Cut the line before its character ``at``; at its edges nothing changes."""
        line = self.lines[place]
        before, after, seen = [], [], 0
        for piece in line.pieces:
            middle = min(max(piece.start, piece.start + at - seen), piece.end)
            before += [piece._replace(end=middle)] if middle > piece.start else []
            after += [piece._replace(start=middle)] if middle < piece.end else []
            seen += piece.end - piece.start + 1
        if before and after:
            rest = Line(after, line.role, line.speaker)
            line.pieces = before
            self.lines.insert(place + 1, rest)

    def join(self, place):
        """Append the line to the one before, whose role it takes; the first and images stay."""
        if place <= 0 or "picture" in (self.first(one).kind for one in self.lines[place - 1 :][:2]):
            return
        line = self.lines.pop(place)
        before = self.lines[place - 1]
        before.pieces = merged(before.pieces + line.pieces)
        before.marks += line.marks

    def unmark(self, place):
        """Make the words around a line words of it again."""
        line = self.lines[place]
        line.pieces = merged(sorted(line.pieces + line.marks))
        line.marks, line.speaker = [], ""


def merged(pieces):
    """Return ``pieces``, those that follow each other in a paragraph as one."""
    found = []
    for piece in pieces:
        if found and found[-1].paragraph == piece.paragraph and found[-1].end == piece.start:
            found[-1] = found[-1]._replace(end=piece.end)
        else:
            found.append(piece)
    return found
