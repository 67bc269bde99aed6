"""A paragraph, or a part of one, while it is recognised: what is known of it, sign by sign."""

import re
from dataclasses import dataclass, field

from articles.transcript.lines import Line, Piece, Role
from articles.transcript.paragraphs import Paragraph


@dataclass
class Passage:
    """``start`` is where its words begin, after what ``marks`` hold: pairs of ends.

    ``label`` says who speaks, as written; ``quoted`` and ``dash`` say that it begins
    like that, ``item`` with which number. ``role`` is empty as long as nothing is known.
    """

    paragraph: Paragraph
    number: int  # of the paragraph
    place: int = 0  # among the passages
    start: int = 0
    end: int | None = None
    label: str = ""
    speaker: str = ""
    role: str = ""
    quoted: bool = False
    dash: bool = False
    item: str = ""
    marks: list = field(default_factory=list)

    @property
    def text(self):
        return self.paragraph.text[self.start : self.end]

    @property
    def asks(self):
        return self.text.rstrip(' \u00a0\u202f»”")*').endswith("?")

    @property
    def is_bold(self):
        """Whether all words are bold, those of the marks aside."""
        runs = self.paragraph.between(self.start, self.end or len(self.paragraph.text))
        return Paragraph(runs).is_bold

    @property
    def is_open(self):
        """Whether nothing is known of it, and it has words."""
        return not self.role and self.paragraph.kind != "picture"

    def skip(self, end):
        """Take the characters until ``end`` for a mark."""
        if end > self.start:
            self.marks.append((self.start, end))
            self.start = end

    def line(self):
        end = len(self.paragraph.text) if self.end is None else self.end
        return Line(
            [Piece(self.number, self.start, end)] if self.start < end or not self.marks else [],
            self.role or Role.OUT,
            self.speaker,
            [Piece(self.number, *ends) for ends in self.marks],
        )


def passages_of(paragraphs):
    """Return a Passage for each of ``paragraphs``; two where a question in bold begins it."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        at = bold_question(paragraph)
        found.append(Passage(paragraph, number, end=at or None))
        if at:
            found.append(Passage(paragraph, number, start=at))
    for place, passage in enumerate(found):
        passage.place = place
    return found


def bold_question(paragraph):
    """Return where the answer begins in a paragraph whose first words are a question in bold."""
    end = 0
    for run in paragraph.runs:
        if not run.bold and run.text.strip():
            break
        end += len(run.text)
    lead = paragraph.text[:end].rstrip()
    rest = paragraph.text[end:]
    return end if re.search(r"\?[\s»”\")]*$", lead) and len(rest.split()) > 1 else 0
