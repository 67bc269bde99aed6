"""Texts and cuts that nobody thought of: each letter stays in one place, and in one only."""

from html import unescape

from django.utils.html import strip_tags
from hypothesis import given, settings
from hypothesis import strategies as some

from articles.transcript.drafting.body import Body
from articles.transcript.lines import Cuts, Role
from articles.transcript.paragraphs import Unreadable
from articles.transcript.reading import formats
from articles.transcript.recognition import recognise

LETTERS = some.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "S"])
PHRASES = some.sampled_from(
    ["Cyberworkers :", "Q :", "R :", "— ", "Ana Ruiz :", "1. ", "[00:01:02] ", "De : ", "> ", "?"]
)
WORDS = some.text(LETTERS, max_size=40)
LINES = some.lists(some.tuples(PHRASES, WORDS, PHRASES).map(" ".join), min_size=1, max_size=14)
CHANGES = some.lists(
    some.tuples(
        some.sampled_from(["split", "join", "unmark", "assign"]),
        some.integers(0, 20),
        some.integers(0, 60),
    ),
    max_size=12,
)


def cuts_of(lines):
    try:
        return recognise(formats.read("\n\n".join(lines).encode(), "txt")).cuts
    except Unreadable:
        return Cuts([], [])


def letters_of(cuts):
    """Return each place in the paragraphs that a line or its marks hold, in order."""
    pieces = [piece for line in cuts.lines for piece in [*line.pieces, *line.marks]]
    return sorted((piece.paragraph, at) for piece in pieces for at in range(piece.start, piece.end))


def every_letter(cuts):
    return [(n, at) for n, one in enumerate(cuts.paragraphs) for at in range(len(one.text))]


def change(cuts, action, place, number):
    place %= len(cuts.lines)
    if action == "split":
        cuts.split(place, number)
    elif action == "assign":
        cuts.assign(place, Role.values[number % len(Role.values)])
    else:
        getattr(cuts, action)(place)


def without_spaces(text):
    return sorted("".join(text.split()))


@settings(max_examples=150, deadline=None)
@given(LINES, CHANGES)
def test_every_letter_stays_in_exactly_one_place(lines, changes):
    cuts = cuts_of(lines)
    assert letters_of(cuts) == every_letter(cuts)
    for action, place, number in changes if cuts.lines else []:
        change(cuts, action, place, number)
    assert letters_of(cuts) == every_letter(cuts)


@settings(max_examples=100, deadline=None)
@given(LINES, CHANGES)
def test_every_letter_that_is_not_left_out_is_in_the_draft(lines, changes):
    cuts = cuts_of(lines)
    for action, place, number in changes if cuts.lines else []:
        change(cuts, action, place, number)
    kept = [line for line in cuts.lines if line.role != Role.OUT]
    for line in kept:
        line.speaker = ""  # the names of who speaks are no letters of a line
    found = "".join(read_out(block["value"]) for block in Body.of(cuts, {}, {}, kept))
    expected = "".join(cuts.text(line) for line in kept)
    assert without_spaces(found) == without_spaces(expected)


def read_out(value):
    html = [one["value"]["text"] for one in value.get("answers", [])]
    html += [value["text"]] if str(value.get("text", "")).startswith("<") else []
    plain = [value.get(name) or "" for name in ("question", "quote")]
    plain += [] if str(value.get("text", "")).startswith("<") else [value.get("text", "")]
    return "".join([*plain, *(unescape(strip_tags(one)) for one in html)])
