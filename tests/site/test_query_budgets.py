"""What each public page may ask the database at most, whatever there is to show.

The first figure is that of every view but the first after a change; the generation, from which
the store knows that nothing changed, is one of them. The second is that of the first view.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import InterviewPage
from contact.models import QuotePage, QuoteRequest
from home.models import HomePage
from tests import factories
from tests.steps import quote_form
from tests.steps.queries import first_queries, queries

pytestmark = pytest.mark.django_db

FIRST = 26  # the first view after a change, on any page
BUDGETS = {
    "/": 10,
    "/entretiens/": 10,
    "/entretiens/sujet/fibre/": 10,
    "/entretiens/personne/helene-marchetti/": 10,
    "/recherche/?q=village": 8,
    "/recherche/?q=introuvable": 8,
    "/devis/": 8,
    "/mentions-legales/": 8,
    "/nulle-part/": 4,
}


def body(interviews):
    """Return a front page with as many blocks as an editor may put there."""
    chosen = [factories.item(page.pk) for page in interviews]
    selection = {"type": "selection", "value": {"title": "Dossier", "interviews": chosen}}
    latest = {"type": "latest", "value": {"title": "Derniers", "count": 6}}
    return [
        {"type": "lead", "value": {"interview": interviews[0].pk}},
        *[latest] * 2,
        *[selection] * 4,
        {"type": "topics", "value": {"title": "Sujets"}},
        {"type": "people", "value": {"title": "Paroles", "count": 12}},
        {"type": "quote_offer", "value": None},
    ]


def few():
    return [factories.interview(hero_image=factories.image()) for _ in range(2)]


def many():
    """Return thirteen interviews in two languages, with people, topics and a full front page."""
    found = few()
    for number in range(4):
        factories.person(f"Personne {number}", f"personne-{number}")
        factories.topic(f"Sujet {number}", f"sujet-{number}")
        factories.interview(language="en", hero_image=factories.image())
    found += [factories.interview(hero_image=factories.image()) for _ in range(11)]
    home = HomePage.objects.get(locale__language_code="fr")
    home.body = home.body.stream_block.to_python(body(found[:3]))
    home.save()
    return found


@pytest.mark.parametrize("made", [few, many])
@pytest.mark.parametrize("address", BUDGETS)
def test_a_page_keeps_its_budget_however_much_there_is(visiteur, address, made):
    made()
    status = 404 if "nulle" in address else 200
    assert queries(visiteur, address, status) <= BUDGETS[address]
    assert first_queries(visiteur, address, status) <= FIRST


@pytest.mark.parametrize("times", [1, 8])
def test_an_interview_keeps_its_budget_however_many_blocks_it_has(visiteur, times):
    linked = factories.interview("Un autre entretien", hero_image=factories.image())
    rich = factories.rich_body(times, linked)
    usual = [block for block in rich if block["type"] not in ("document", "video")]
    for block in usual:
        if block["type"] == "exchange":
            for answer in block["value"]["answers"]:
                answer["value"]["speaker"] = None
    page = factories.interview(body=usual, hero_image=factories.image())
    assert queries(visiteur, page.url) <= 8
    assert first_queries(visiteur, page.url) <= FIRST


@pytest.mark.parametrize("times", [1, 8])
def test_named_speakers_and_documents_are_known_after_the_first_view(visiteur, times):
    linked = factories.interview("Un autre entretien", hero_image=factories.image())
    page = factories.interview(
        body=factories.rich_body(times, linked), hero_image=factories.image()
    )
    assert queries(visiteur, page.url) <= 8
    assert first_queries(visiteur, page.url) <= FIRST


def test_an_interview_without_chosen_ones_keeps_its_budget(visiteur):
    found = many()
    assert queries(visiteur, found[0].url) <= 8


def test_a_person_who_asks_and_answers_keeps_the_budget(visiteur):
    person = factories.person()
    person.portrait = factories.image()
    person.save()
    for page in many():
        page.interviewer_links.create(person=person, locale=page.locale)
        page.save()
    assert queries(visiteur, "/entretiens/personne/helene-marchetti/") <= 10


def test_a_form_keeps_its_budget_with_twenty_fields_and_a_source(visiteur):
    page = factories.interview()
    form = QuotePage.objects.get(locale__language_code="fr")
    for number in range(20):
        form.form_fields.create(label=f"Question {number}", field_type="singleline")
    assert queries(visiteur, f"/devis/?from={page.pk}") <= 8


def test_a_form_that_is_taken_keeps_its_budget(visiteur, recipients):
    values = {"form-token": quote_form.token(visiteur), **factories.REQUEST}
    with CaptureQueriesContext(connection) as captured:
        assert visiteur.post("/devis/", values).status_code == 302
    assert QuoteRequest.objects.count() == 1
    # With those that begin and end the transaction.
    assert len(captured) <= 20


def test_what_was_not_there_before_is_shown_at_once(visiteur):
    """The counterpart: nothing is kept past a change."""
    visiteur.get("/")
    page = factories.interview("Tout juste publié")
    assert "Tout juste publié" in visiteur.get("/").content.decode()
    InterviewPage.objects.get(pk=page.pk).unpublish()
    assert "Tout juste publié" not in visiteur.get("/").content.decode()
