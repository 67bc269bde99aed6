"""Editors compose the front page from blocks."""

import re

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from articles.models import Interviewer
from home.models import HomePage
from tests import factories
from tests.home.front_page import compose

pytestmark = pytest.mark.django_db


def titles(client, address="/"):
    """Return the titles of the interviews that the page shows, in their order."""
    html = client.get(address).content.decode()
    return re.findall(r'<h[23]><a href="[^"]*">([^<]+)</a></h[23]>', html)


def test_a_new_site_has_a_lead_the_latest_the_topics_the_people_and_the_quote_offer(visiteur):
    for number in range(3):
        factories.interview(f"Entretien {number}")
    html = visiteur.get("/").content.decode()
    places = [
        html.index(text)
        for text in ("Entretien 2", "Derniers entretiens", "Par sujet", "Ils ont la parole")
    ]
    assert places == sorted(places)
    assert "Une mission à confier" in html


def test_the_lead_is_the_latest_interview_when_none_is_chosen(visiteur):
    factories.interview("Ancien")
    factories.interview("Récent")
    compose(("lead", {"interview": None}))
    assert titles(visiteur) == ["Récent"]


def test_the_lead_is_the_interview_that_the_editor_chose(visiteur):
    chosen = factories.interview("Choisi")
    factories.interview("Récent")
    compose(("lead", {"interview": chosen.pk}))
    assert titles(visiteur) == ["Choisi"]


@pytest.mark.parametrize("hidden", ["draft", "private", "english"])
def test_a_chosen_interview_that_readers_may_not_see_gives_way_to_the_latest(visiteur, hidden):
    factories.interview("Visible")
    chosen = factories.interview("Caché", language="en" if hidden == "english" else "fr")
    selection = {"title": "Dossier", "interviews": [factories.item(chosen.pk)]}
    compose(("lead", {"interview": chosen.pk}), ("selection", selection))
    if hidden == "draft":
        chosen.unpublish()
    elif hidden == "private":
        PageViewRestriction.objects.create(page=chosen, restriction_type=PageViewRestriction.LOGIN)
    assert titles(visiteur) == ["Visible"]
    assert "Dossier" not in visiteur.get("/").content.decode()


def test_a_translated_front_page_shows_the_translations_of_what_was_chosen(visiteur):
    chosen = [factories.interview(f"Choisi {number}") for number in (1, 2)]
    for page in chosen:
        title = page.title.replace("Choisi", "Chosen")
        factories.interview(title, language="en", translation_key=page.translation_key)
    factories.interview("Latest", language="en")
    selection = {"title": "Dossier", "interviews": [factories.item(chosen[1].pk)]}
    compose(("lead", {"interview": chosen[0].pk}), ("selection", selection), language="en")
    assert titles(visiteur, "/en/") == ["Chosen 1", "Chosen 2"]


def test_an_interview_is_shown_once(visiteur):
    pages = [factories.interview(f"Entretien {number}") for number in range(5)]
    chosen = {"title": "Dossier", "interviews": [factories.item(pages[4].pk)]}
    compose(
        ("lead", {"interview": pages[1].pk}),
        ("selection", chosen),
        ("latest", {"title": "Derniers", "count": 12}),
    )
    assert titles(visiteur) == [f"Entretien {number}" for number in (1, 4, 3, 2, 0)]


def test_the_latest_are_as_many_as_the_editor_asks_for(visiteur):
    for number in range(5):
        factories.interview(f"Entretien {number}")
    compose(("latest", {"title": "Derniers", "count": 2}))
    assert titles(visiteur) == ["Entretien 4", "Entretien 3"]


def test_people_lead_to_their_pages_and_only_those_who_speak_in_public_are_named(visiteur):
    factories.interview()
    factories.person("Personne Cachée", "cachee")
    compose(("people", {"title": "Ils parlent", "count": 40}))
    html = visiteur.get("/").content.decode()
    assert 'href="/entretiens/personne/helene-marchetti/"' in html
    assert "Cachée" not in html


def test_topics_have_no_heading_where_no_list_shows_them(visiteur):
    factories.interview()
    compose(("topics", {"title": "Par sujet"}))
    assert "Par sujet" in visiteur.get("/").content.decode()
    factories.index().unpublish()
    assert "Par sujet" not in visiteur.get("/").content.decode()


def test_an_empty_site_says_that_the_first_interview_is_on_its_way(visiteur):
    assert "premier entretien" in visiteur.get("/").content.decode()


def test_a_front_page_without_blocks_is_a_page(visiteur):
    compose()
    answer = visiteur.get("/")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<h1>Cyberworkers</h1>" in html
    assert '<div class="front__body"></div>' in html
    assert 'class="colophon"' in html


def test_the_preview_shows_the_quote_offer_as_it_is_typed(cheffe):
    home = compose(("quote_offer", None))
    home.quote_title = "Confiez-nous une mission"
    preview = home.make_preview_request(original_request=None).content.decode()
    assert "Confiez\N{NON-BREAKING HYPHEN}nous une mission" in preview


PREVIEWS = {
    "lead": "Le village a la fibre",
    "latest": "Derniers entretiens",
    "selection": "Travailler au village",
    "topics": "Par sujet",
    "people": "Ils ont la parole",
    "paragraph": "La mairie a gardé",
    "quote_offer": "Une mission à confier",
}


@pytest.mark.parametrize("name", HomePage._meta.get_field("body").stream_block.child_blocks)
def test_each_block_has_a_preview(name, cheffe):
    factories.interview()
    home = HomePage.objects.get(locale__language_code="fr")
    cheffe.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    block = HomePage._meta.get_field("body").stream_block.child_blocks[name]
    address = reverse("wagtailadmin_block_preview")
    answer = cheffe.get(address, {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert PREVIEWS[name] in answer.content.decode()


def test_the_english_front_page_has_the_same_blocks_in_english(visiteur):
    factories.interview("First", language="en")
    factories.interview("Second", language="en")
    html = visiteur.get("/en/").content.decode()
    assert "Latest interviews" in html
    assert "The people who speak" in html


def test_the_lead_names_who_asked_as_the_interview_does(visiteur):
    page = factories.interview("Choisi")
    ines = factories.person("Inès Calvet", "ines-calvet", "")
    page.interviewer_links = [Interviewer(person=ines, locale=page.locale)]
    page.save_revision().publish()
    compose(("lead", {"interview": page.pk}))
    assert re.search(r"Propos recueillis par\s+Inès Calvet", visiteur.get("/").content.decode())
