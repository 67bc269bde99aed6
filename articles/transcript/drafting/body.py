"""From cuts to the blocks of an interview, in their order: no word is lost or added."""

from dataclasses import dataclass, field
from uuid import uuid4

from articles.blocks import InterviewBody
from articles.transcript.drafting import prose
from articles.transcript.lines import Role
from articles.transcript.paragraphs import Run
from articles.transcript.signs.words import BY, folded

QUESTION, HEADING, QUOTE = (
    InterviewBody.base_blocks["exchange"].child_blocks["question"].field.max_length,
    InterviewBody.base_blocks["heading"].child_blocks["text"].field.max_length,
    InterviewBody.base_blocks["pull_quote"].child_blocks["quote"].field.max_length,
)


@dataclass
class Body:
    """Collects ``blocks``: pairs of a type and a value. ``people`` are the keys of the speakers.

    With one who answers, answers name nobody. ``pictures`` are blocks by the number of a paragraph.
    """

    cuts: object
    people: dict
    pictures: dict
    blocks: list = field(default_factory=list)

    @classmethod
    def of(cls, cuts, people, pictures, lines):
        """Return the blocks of ``lines``, those of ``cuts`` that belong into the body."""
        body = cls(cuts, people, pictures)
        answering = {one.speaker for one in lines if one.role == Role.ANSWER and one.speaker}
        body.several = len(answering) > 1
        for line in lines:
            body.add(line)
        return [close(*block) for block in body.blocks]

    @property
    def last(self):
        return self.blocks[-1] if self.blocks else ("", None)

    def add(self, line):
        paragraph = self.cuts.first(line)
        if paragraph.kind == "picture":
            if block := self.pictures.get(line.pieces[0].paragraph):
                self.blocks.append(block)
        elif line.role == Role.QUESTION:
            self.question(self.cuts.text(line))
        elif line.role in (Role.ANSWER, Role.OTHER) and self.last[0] == "exchange":
            self.answer(line)
        elif line.role == Role.HEADING and len(self.cuts.text(line)) <= HEADING:
            self.blocks.append(("heading", {"text": self.cuts.text(line)}))
        elif line.role == Role.QUOTATION and len(self.cuts.text(line)) <= QUOTE:
            quote = {"quote": self.cuts.text(line), "attribution": line.speaker}
            self.blocks.append(("pull_quote", quote))
        else:
            self.beside(line)

    def question(self, text):
        if not text:
            return
        kind, value = self.last
        if kind == "exchange" and not value["answers"]:
            value["question"] += f"\n{text}"
        else:
            self.blocks.append(("exchange", {"question": text, "answers": []}))

    def answer(self, line):
        """Add to the last answer, if the same person speaks, or begin another."""
        answers, part = self.last[1]["answers"], self.part(line)
        key = line.speaker if self.several or line.role == Role.OTHER else ""
        if not part:
            return
        if answers and (answers[-1]["by"] == key or not (key or self.several)):
            answers[-1]["parts"].append(part)
            return
        person = self.people.get(line.speaker)
        if key and person is None:
            # Nobody whom the site knows: what the text calls them stays in it.
            name = Run(self.cuts.mark(line) or f"{line.speaker} :", bold=True)
            part = ([name, Run(" "), *part[0]], part[1])
        speaker = person if key else None
        answers.append({"by": key, "speaker": speaker, "parts": [part]})

    def beside(self, line):
        """Add words outside of questions and answers: a note, if it says who did what."""
        part = self.part(line)
        if not part:
            return
        begun = any(kind == "exchange" for kind, _value in self.blocks)
        is_note = line.role == Role.NOTE and (begun or BY.match(folded(self.cuts.text(line)[:200])))
        kind = "editors_note" if is_note else "paragraph"
        if self.last[0] == kind:
            self.last[1]["text"].append(part)
        else:
            self.blocks.append((kind, {"text": [part]}))

    def part(self, line):
        runs, paragraph = self.cuts.runs(line), self.cuts.first(line)
        ordered = paragraph.ordered if paragraph.kind == "item" else None
        return (prose.unmarked(runs, "bold"), ordered) if runs else None


def close(kind, value):
    """Return a block as it is stored: its collected parts as rich text."""
    if kind == "exchange":
        answers = [
            {"speaker": one["speaker"], "text": prose.text(one["parts"])}
            for one in value["answers"] or [{"speaker": None, "parts": []}]
        ]
        # Without a number of its own, Wagtail takes an item for a value of its older format.
        items = [{"type": "item", "id": str(uuid4()), "value": answer} for answer in answers]
        return {"type": kind, "value": {"question": value["question"], "answers": items}}
    if kind in ("paragraph", "editors_note"):
        value = {"text": prose.text(value["text"])}
    return {"type": kind, "value": value}
