"""The cuts as the page shows them: a row for each line."""

import re
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from articles.transcript.drafting import prose
from articles.transcript.lines import SPEECH, Role

# One key for each role, while a line has the focus.
KEYS = {
    Role.TITLE: pgettext_lazy("key: title", "T"),
    Role.STANDFIRST: pgettext_lazy("key: standfirst", "S"),
    Role.QUESTION: pgettext_lazy("key: question", "Q"),
    Role.ANSWER: pgettext_lazy("key: answer", "A"),
    Role.OTHER: pgettext_lazy("key: another person", "O"),
    Role.HEADING: pgettext_lazy("key: heading", "H"),
    Role.QUOTATION: pgettext_lazy("key: pull quote", "C"),
    Role.NOTE: pgettext_lazy("key: note", "N"),
    Role.OUT: pgettext_lazy("key: left out", "X"),
}
SENTENCE = re.compile(r"(?<=[.!?…»:;])[ \u00a0\u202f]+(?=\S)")
SNIPPET = 60  # characters
MOST_SENTENCES = 60


@dataclass
class Row:
    """``number`` counts the questions."""

    place: int
    role: str
    speaker: str
    html: str
    mark: str
    number: int | None
    picture: str | None

    @property
    def says(self):
        return self.role in SPEECH


def rows(cuts):
    """Return a Row for each line of ``cuts``."""
    found, number = [], 0
    before = None
    for place, line in enumerate(cuts.lines):
        first = cuts.first(line)
        begins = line.role == Role.QUESTION and before != Role.QUESTION
        number += begins
        picture = first.picture.alt if first.kind == "picture" else None
        html, mark = prose.rich(cuts.runs(line)), cuts.mark(line)
        shown = number if begins else None
        found.append(Row(place, line.role, line.speaker, html, mark, shown, picture))
        if line.role in SPEECH:
            before = line.role
    return found


def counted(cuts):
    """Return how many questions there are, and the lines that are left out."""
    roles = Counter(line.role for line in cuts.lines)
    questions = sum(1 for row in rows(cuts) if row.number)
    out = [place for place, line in enumerate(cuts.lines) if line.role == Role.OUT]
    return {"questions": questions, "out": out, "titles": roles[Role.TITLE]}


def sentences(cuts, asked):
    """Return where the line can be cut whose place was ``asked``, a text that may be anything.

    Pairs of a number and how that sentence begins: for who cuts without a script.
    """
    place = int(asked) if asked.isdecimal() and len(asked) < 6 else len(cuts.lines)
    if place >= len(cuts.lines):
        return None
    text = "".join(run.text for run in cuts.runs(cuts.lines[place]))
    ends = [found.end() for found in SENTENCE.finditer(text)][:MOST_SENTENCES]
    return {"place": place, "starts": [(end, text[end : end + SNIPPET]) for end in ends]}
