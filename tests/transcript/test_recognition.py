"""How much is recognised of the test transcripts, half of which nobody looks at while tuning."""

from collections import Counter

import pytest
from django.utils.html import strip_tags

from articles.transcript.drafting import prose
from articles.transcript.drafting.body import Body
from articles.transcript.lines import Role
from articles.transcript.reading import formats
from articles.transcript.recognition import recognise
from tests.transcript.formats import described, file_of, text_of
from tests.transcript.truth import truths, words

ENOUGH = 0.92
EVERY = truths()
each = pytest.mark.parametrize("truth", EVERY, ids=lambda truth: truth.name)


def recognised(truth):
    name, data = file_of(truth.source)
    return recognise(formats.read(data, formats.kind_of(name)))


def right(truth):
    """Return how many paragraphs of ``truth`` got their role, and how many there are."""
    cuts = recognised(truth).cuts
    spoken = [(word, line.role) for line in cuts.lines for word in words(cuts.text(line))]
    said = [word for word, _role in spoken]
    good = at = 0
    for paragraph in truth.paragraphs:
        wanted = words(paragraph.text)
        places = [*range(at, len(said) - len(wanted) + 1), *range(at)]
        place = next((one for one in places if said[one : one + len(wanted)] == wanted), None)
        if place is None:
            good += paragraph.role == "out"
            continue
        at = place + len(wanted)
        good += {role for _word, role in spoken[place:at]} == {paragraph.role}
    return good, len(truth.paragraphs)


@pytest.mark.parametrize("half", ["tuning", "kept"])
def test_nearly_all_paragraphs_get_their_role(half):
    found = [right(truth) for truth in EVERY if truth.half == half]
    good, every = (sum(one) for one in zip(*found, strict=True))
    assert len(found) > 19
    assert good / every >= ENOUGH, f"{good} of {every}"


@each
def test_every_word_of_a_source_is_in_a_line_or_around_one(truth):
    cuts = recognised(truth).cuts
    shown = [f"{cuts.mark(line)} {cuts.text(line)}" for line in cuts.lines]
    lost = Counter(words(text_of(truth.source))) - Counter(words(" ".join(shown)))
    edges = described(truth.source)[1] if truth.source.suffix == ".toml" else {}
    # What is printed on each page of a document stays in the original.
    lost -= Counter(words(f"{edges.get('header', '')} {edges.get('footer', '')}"))
    debris = {word for texts in truth.debris.values() for text in texts for word in words(text)}
    assert {word for word in lost if word not in debris and not word.isdecimal()} == set()


@each
def test_every_word_of_a_line_is_in_the_draft_unless_it_is_left_out(truth):
    cuts = recognised(truth).cuts
    lines = [line for line in cuts.lines if line.role != Role.OUT]
    body = " ".join(map(read_out, Body.of(cuts, {}, {}, lines)))
    kept = Counter(words(" ".join(cuts.text(line) for line in lines)))
    assert kept - Counter(words(body)) == Counter()


def read_out(block):
    value = block["value"]
    answers = [one["value"]["text"] for one in value.get("answers", [])]
    texts = [value.get(name) or "" for name in ("question", "text", "quote", "attribution")]
    return strip_tags(" ".join([*texts, *answers]).replace("<", " <"))


@each
def test_what_marks_words_arrives(truth):
    if truth.half == "kept":
        pytest.skip("only measured")
    cuts = recognised(truth).cuts
    html = " ".join(prose.rich(cuts.runs(line)) for line in cuts.lines)
    items = sum(cuts.first(line).kind == "item" for line in cuts.lines)
    for kind, what in truth.keeps:
        expected = {
            "link": f'href="{what}"',
            "strong": f"<b>{what}</b>",
            "emphasis": f"<i>{what}</i>",
        }
        assert kind not in expected or expected[kind] in html
        assert kind != "list" or items == int(what)


@each
def test_those_who_speak_are_known_by_their_names(truth):
    if truth.half == "kept":
        pytest.skip("only measured")
    found = recognised(truth)
    assert set(truth.people) <= set(found.people)
    assert set(truth.interviewers) <= set(found.interviewers)
