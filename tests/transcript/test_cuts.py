"""The step between the text and the draft: what a line is, where it is cut, and the way back."""

import pytest

from articles.models import InterviewPage
from articles.transcript.lines import Role
from tests.transcript.pasting import cuts_url, do, draft, paste, paste_url, taken

pytestmark = pytest.mark.django_db

TALK = "Le pont\n\nQ : Qui ?\n\nR : Nous deux. Et la mer ?\n\nElle monte.\n\nUn voisin : Oui !"


@pytest.fixture
def transcript(redactrice):
    return taken(redactrice, TALK)


def lines(transcript):
    transcript.refresh_from_db()
    cuts = transcript.cuts
    return [(str(line.role), cuts.text(line)) for line in cuts.lines]


FIRST = [
    ("title", "Le pont"),
    ("question", "Qui ?"),
    ("answer", "Nous deux. Et la mer ?"),
    ("answer", "Elle monte."),
    ("other", "Oui !"),
]


def test_first_they_are_what_was_recognised(transcript):
    assert lines(transcript) == FIRST


@pytest.mark.parametrize("role", Role.values)
def test_a_line_becomes_what_one_says(redactrice, transcript, role):
    do(redactrice, transcript, **{"role-3": role})
    assert lines(transcript)[3] == (role, "Elle monte.")


def test_a_line_is_cut_and_its_parts_are_joined_again(redactrice, transcript):
    do(redactrice, transcript, "split:2:11")
    assert lines(transcript)[2:4] == [("answer", "Nous deux."), ("answer", "Et la mer ?")]
    do(redactrice, transcript, "join:3")
    assert lines(transcript) == FIRST


def test_a_joined_line_takes_the_role_of_the_one_before(redactrice, transcript):
    do(redactrice, transcript, "join:2")
    assert lines(transcript)[1] == ("question", "Qui ? Nous deux. Et la mer ?")


def test_who_speaks_can_be_put_back_into_the_text(redactrice, transcript):
    do(redactrice, transcript, "unmark:4")
    assert lines(transcript)[4][1] == "Un voisin : Oui !"


def test_each_change_can_be_taken_back_also_the_next_day(redactrice, transcript):
    do(redactrice, transcript, "join:2")
    do(redactrice, transcript, **{"role-0": "out"})
    do(redactrice, transcript, "split:1:3")
    for _change in range(3):
        do(redactrice, transcript, "undo")
    assert lines(transcript) == FIRST
    do(redactrice, transcript, "undo")
    assert lines(transcript) == FIRST


@pytest.mark.parametrize(
    "action", ["join:0", "join:99", "split:1:0", "split:1:99", "split:x", "split", "unmark:-1", "?"]
)
def test_what_makes_no_sense_changes_nothing(redactrice, transcript, action):
    do(redactrice, transcript, action, **{"role-1": "king"})
    assert lines(transcript) == FIRST


def test_changes_from_a_page_that_is_no_longer_true_are_not_taken(redactrice, transcript):
    do(redactrice, transcript, "join:3")
    changed = lines(transcript)
    response = redactrice.post(cuts_url(transcript), {"version": "0", "do": "join:2"})
    assert lines(transcript) == changed
    assert "changé ailleurs" in response.content.decode()


def test_a_script_gets_the_lines_alone(redactrice, transcript):
    data = {"version": transcript.version, "do": "join:3"}
    headers = {"x-requested-with": "XMLHttpRequest"}
    response = redactrice.post(cuts_url(transcript), data, headers=headers)
    html = response.content.decode().strip()
    assert html.startswith('<div id="transcript-lines">')
    assert "<html" not in html


def test_after_the_draft_the_cuts_stay_as_they_were(redactrice, transcript):
    page = draft(redactrice, transcript)
    before = lines(transcript)
    do(redactrice, transcript, "join:2")
    assert lines(transcript) == before
    response = redactrice.get(cuts_url(transcript))
    assert f"/cms/pages/{page.pk}/edit/" in response.content.decode()


def test_two_clicks_make_one_draft(redactrice, transcript):
    click = {"version": transcript.version, "do": "draft"}
    first, second = (redactrice.post(cuts_url(transcript), click) for _click in range(2))
    assert first.url == second.url
    assert InterviewPage.objects.filter(title="Le pont").count() == 1


def test_what_was_pasted_without_a_draft_is_found_again(redactrice, transcript):
    response = redactrice.get(paste_url())
    assert list(response.context["unfinished"]) == [transcript]
    draft(redactrice, transcript)
    assert not redactrice.get(paste_url()).context["unfinished"]


def test_what_breaks_recognition_is_stored_all_the_same(redactrice, monkeypatch):
    def fail(*arguments, **options):
        raise ZeroDivisionError

    monkeypatch.setattr("articles.transcript.taking.recognise", fail)
    with pytest.raises(ZeroDivisionError):
        paste(redactrice, TALK)
    [kept] = redactrice.get(paste_url()).context["unfinished"]
    assert bytes(kept.original).decode() == TALK
    monkeypatch.undo()
    redactrice.get(cuts_url(kept))
    assert lines(kept) == FIRST
