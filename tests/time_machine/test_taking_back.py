"""A block of an earlier version comes back into today's text, where it stood."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page

from editing.time_machine.taking_back import Stopped, take_back
from tests import factories
from tests.conftest import account, signed_in
from tests.steps.editing import latest, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(site):
    body = [
        factories.exchange("Un ?", ("<p>Premier.</p>", "<p>Deuxième.</p>", "<p>Troisième.</p>")),
        factories.exchange("Deux ?"),
        factories.exchange("Trois ?"),
    ]
    page = factories.interview(live=False, body=body)
    page.save_revision()
    return page


def raw(page):
    return json.loads(latest(page).get_latest_revision().content["body"])


def change(page, edit, user=None, **fields):
    """Save the text without, or otherwise than, it was: ``edit`` works on its blocks."""
    draft = latest(page)
    blocks = raw(page)
    edit(blocks)
    draft.body = json.dumps(blocks)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)


def first(page):
    return page.revisions.order_by("pk").first()


def address(page, version, name="editing_version"):
    return reverse(name, args=[page.pk, version.pk])


def take(client, page, identity):
    to = address(page, first(page), "editing_take_back")
    return client.post(to, {"identity": identity}, follow=True)


def shown(client, page):
    """Return label, state and first words of each part that the screen offers."""
    parts = client.get(address(page, first(page))).context["parts"]
    return [(part.label, part.gone, part.then.split("\n")[0]) for part in parts]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_answer_comes_back_to_its_place(cheffe, interview, at):
    before = raw(interview)
    gone = before[0]["value"]["answers"][at]
    change(interview, lambda blocks: blocks[0]["value"]["answers"].pop(at))
    words = ["Premier.", "Deuxième.", "Troisième."]
    assert shown(cheffe, interview) == [("Réponse", True, words[at])]
    assert "De nouveau dans le texte" in take(cheffe, interview, gone["id"]).content.decode()
    assert raw(interview) == before
    assert shown(cheffe, interview) == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_exchange_comes_back_with_its_answers(cheffe, interview, at):
    before = raw(interview)
    change(interview, lambda blocks: blocks.pop(at))
    label, gone, question = shown(cheffe, interview)[0]
    assert (label, gone) == ("Question et réponse", True)
    assert question == before[at]["value"]["question"]
    take(cheffe, interview, before[at]["id"])
    assert raw(interview) == before


def test_what_was_written_since_stays(cheffe, interview):
    gone = raw(interview)[1]
    new = factories.exchange("Depuis ?")

    def edit(blocks):
        blocks[1:2] = [{"type": "exchange", "value": new["value"], "id": "neuf"}]
        blocks[0]["value"]["question"] = "Un, depuis ?"

    change(interview, edit)
    take(cheffe, interview, gone["id"])
    questions = [one["value"]["question"] for one in raw(interview)]
    assert questions == ["Un, depuis ?", "Deux ?", "Depuis ?", "Trois ?"]


def test_a_changed_question_comes_back_around_the_answers_of_today(cheffe, interview):
    identity = raw(interview)[0]["id"]

    def edit(blocks):
        blocks[0]["value"]["question"] = "Autrement ?"
        blocks[0]["value"]["answers"].pop()

    change(interview, edit)
    assert shown(cheffe, interview) == [
        ("Question et réponse", False, "Un ?"),
        ("Réponse", True, "Troisième."),
    ]
    take(cheffe, interview, identity)
    value = raw(interview)[0]["value"]
    assert value["question"] == "Un ?"
    assert len(value["answers"]) == 2


def test_a_standfirst_comes_back(cheffe, interview):
    before = latest(interview).standfirst
    change(interview, lambda blocks: None, standfirst="Autre chapô.")
    assert shown(cheffe, interview) == [("Chapô", False, before)]
    take(cheffe, interview, "standfirst")
    assert latest(interview).standfirst == before


def test_an_answer_brings_its_exchange_along_when_that_is_gone_too(cheffe, interview):
    before = raw(interview)
    change(interview, lambda blocks: blocks.pop(0))
    take(cheffe, interview, before[0]["id"])
    assert raw(interview) == before


def test_the_history_says_who_took_what_back(cheffe, interview):
    identity = raw(interview)[0]["id"]
    change(interview, lambda blocks: blocks.pop(0))
    take(cheffe, interview, identity)
    history = cheffe.get(reverse("wagtailadmin_pages:history", args=[interview.pk]))
    assert "Partie reprise d’une version précédente" in history.content.decode()
    assert interview.revisions.latest("pk").user == cheffe.user


def test_taking_the_same_back_twice_changes_nothing(cheffe, interview):
    identity = raw(interview)[0]["id"]
    change(interview, lambda blocks: blocks.pop(0))
    take(cheffe, interview, identity)
    count = interview.revisions.count()
    answer = take(cheffe, interview, identity)
    assert "a déjà cette partie" in answer.content.decode()
    assert interview.revisions.count() == count


@pytest.mark.parametrize("identity", ["", "slug", "go_live_at", "nulle-part", "\x00", "é" * 5000])
def test_what_is_no_part_is_refused_with_a_sentence(cheffe, interview, identity):
    count = interview.revisions.count()
    to = address(interview, first(interview), "editing_take_back")
    answer = cheffe.post(to, {"identity": identity})
    assert answer.status_code == 302
    assert "a déjà cette partie" in said(answer)
    assert interview.revisions.count() == count


def test_a_locked_text_takes_nothing_back(redactrice, cheffe, interview):
    interview.owner = redactrice.user
    interview.save()
    identity = raw(interview)[0]["id"]
    change(interview, lambda blocks: blocks.pop(0))
    interview.refresh_from_db()
    interview.get_workflow().start(interview, redactrice.user)
    screen = redactrice.get(address(interview, first(interview)))
    assert "Reprendre" not in screen.content.decode().split("<main")[1]
    take(redactrice, interview, identity)
    assert len(raw(interview)) == 2


def test_a_text_that_was_locked_since_its_screen_opened_takes_nothing_back(
    redactrice, cheffe, interview
):
    identity = raw(interview)[0]["id"]
    change(interview, lambda blocks: blocks.pop(0))
    opened = latest(interview)
    Page.objects.filter(pk=interview.pk).update(locked=True, locked_by=cheffe.user)
    with pytest.raises(Stopped):
        take_back(opened, first(interview), identity, redactrice.user)
    assert len(raw(interview)) == 2


def test_only_who_may_change_the_page_opens_its_versions(
    interview, redactrice, relecteur, traductrice, commercial, visiteur
):
    """The interview belongs to nobody: a writer changes her own texts only."""
    admin = signed_in(account("patronne", None))
    version = first(interview)
    listing = reverse("editing_time_machine", args=[interview.pk])
    for client in (redactrice, traductrice, commercial, visiteur):
        for to in (listing, address(interview, version)):
            assert client.get(to).status_code in (302, 403)
        for name in ("editing_take_back", "editing_pin"):
            sent = {"identity": "standfirst", "name": "Essai"}
            assert client.post(address(interview, version, name), sent).status_code in (302, 403)
    assert interview.revisions.count() == 1
    assert not hasattr(first(interview), "pin")
    for client in (relecteur, admin):
        assert client.get(listing).status_code == 200
        assert client.get(address(interview, version)).status_code == 200


def test_the_versions_of_one_page_are_not_found_at_another(cheffe, interview):
    other = factories.interview(title="Autre", slug="autre")
    assert cheffe.get(address(other, first(interview))).status_code == 404
