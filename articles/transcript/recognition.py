"""From paragraphs to cuts: each kind of sign is looked for in turn, the plainest first."""

from dataclasses import dataclass
from itertools import zip_longest

from articles.transcript.lines import Cuts, Role
from articles.transcript.signs import (
    beginnings,
    copied,
    edges,
    headings,
    labels,
    mail,
    names,
    questions,
    speakers,
)
from articles.transcript.signs.passage import passages_of
from articles.transcript.signs.words import ANSWERER, ASKER, plain

# Of a text without any sign the first paragraphs are looked at for names.
ABOVE = 5
BYLINE, STATEMENT = 250, 100  # characters


@dataclass
class Recognised:
    """``cuts``, and the names of those who answer and who ask, the newsroom's own left out."""

    cuts: Cuts
    people: list
    interviewers: list


def recognise(paragraphs, newsroom=("Cyberworkers",)):
    """Return what is Recognised of ``paragraphs``; ``newsroom`` are the names of the site."""
    passages = passages_of(paragraphs)
    beginnings.strip(passages)
    for passage in passages:
        if passage.paragraph.speaker:
            passage.label = passage.paragraph.speaker
    copied.leave_out(passages, newsroom)
    writers, askers = mail.leave_out(passages)
    above = head_of([one for one in passages if one.is_open])
    short = [one for one in passages if one.is_open and len(one.text) < BYLINE]
    bylines = askers + [name for one in short for name in names.bylines(one.text)]
    known = [name for name in people_above(above, writers) if name not in bylines]
    labels.find(passages, newsroom, [*known, *bylines])
    start = start_of(passages)
    edges.head([one for one in passages[:start] if not one.role], known)
    edges.captions(passages)
    edges.tail(passages[end_of(passages, start) :], known)
    named = any(one.label for one in passages)
    headings.find(passages, (lambda one: bool(one.label)) if named else questions.likely)
    if not speakers.assign(passages, newsroom, known, bylines):
        questions.assign(passages)
        give_answers_to(known, passages)
    finish(passages)
    answering = people(passages, Role.ANSWER) or known[:1]
    asking = [one for one in people(passages, Role.QUESTION) if one not in newsroom]
    cuts = Cuts(paragraphs, lines_of(passages))
    return Recognised(cuts, answering, list(dict.fromkeys([*bylines, *asking])))


def lines_of(passages):
    """Return the lines; who speaks, where that stands alone in a line, is a mark of the next."""
    lines, marks = [], []
    for passage, next in zip_longest(passages, passages[1:]):
        line = passage.line()
        goes_on = next is not None and (next.role, next.speaker) == (line.role, line.speaker)
        if not line.pieces and goes_on and not next.label:
            marks += line.marks
            continue
        line.marks, marks = marks + line.marks, []
        lines.append(line)
    return lines


def head_of(passages):
    """Return what may stand above the interview: no question, and not much."""
    found = []
    for passage in passages[:ABOVE]:
        _label, end = labels.candidate(passage)
        if 0 < end < len(passage.paragraph.text) or (found and questions.likely(passage)):
            break
        found.append(passage)
    return found


def people_above(above, writers):
    """Return the names in what stands above: those that are announced first."""
    announced = [name for one in above for name in names.announced(one.text)]
    others = [name for one in above for name in names.names_in(one.text)]
    return list(dict.fromkeys([*announced, *writers, *others]))


def start_of(passages):
    """Return the place of the first question, or of who speaks first."""
    labelled = [place for place, one in enumerate(passages) if one.label and not one.role]
    if labelled:
        return labelled[0]
    texts = [one for one in passages if one.is_open and one.paragraph.kind != "title"]
    for sign in (questions.by_reply, questions.by_style, questions.by_dash, questions.by_number):
        if asked := sign(texts):
            return min(asked)
    if len(texts) > 4 and edges.looks_like_title(texts[0]) and not questions.likely(texts[0]):
        asked = questions.by_turns(texts[2:])
        plain_ = [one for one in texts[2:] if one.place in asked and not questions.likely(one)]
        short = all(len(one.text) < STATEMENT for one in plain_)
        if texts[2].place in asked and short:
            return texts[2].place
    asking = [one for one in texts if questions.likely(one) and not is_title(one, texts)]
    if asking:
        return asking[0].place
    return texts[2].place if len(texts) > 3 and edges.looks_like_title(texts[0]) else 0


def end_of(passages, start):
    """Return the place after the last question and what must be its answer."""
    last = [one for one in passages if one.label or (one.is_open and questions.likely(one))]
    if not last:
        return start
    answered = last[-1].label and last[-1].text.strip()
    return last[-1].place + (1 if answered else 2)


def is_title(passage, texts):
    """Return whether a question that comes first is the title: what follows is a standfirst."""
    if passage is not texts[0] or len(texts) < 4 or passage.item or passage.dash:
        return False
    return edges.first_heading(passage) or bool(
        names.names_in(texts[1].text) and not questions.likely(texts[1])
    )


def give_answers_to(known, passages):
    """Where one person alone is named above, the answers are hers or his."""
    for passage in passages:
        if passage.role == Role.ANSWER and len(known) == 1:
            passage.speaker = known[0]


def finish(passages):
    """Give what no sign said anything of the role that its style has."""
    styles = {"quotation": Role.QUOTATION, "heading": Role.HEADING, "caption": Role.NOTE}
    for passage in passages:
        if passage.paragraph.kind == "picture":
            passage.role = Role.NOTE if passage.paragraph.picture.data else Role.OUT
        elif not passage.role:
            passage.role = styles.get(passage.paragraph.kind, Role.NOTE)


def people(passages, role):
    """Return the names of those who speak in ``role``, the first first; numbers are no names."""
    said = [one.speaker for one in passages if one.role == role and one.speaker]
    named = [name for name in dict.fromkeys(said) if not labels.NUMBERED.match(plain(name))]
    return [name for name in named if plain(name) not in ASKER | ANSWERER]
