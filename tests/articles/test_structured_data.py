"""Machines are told what a page is, in the words of schema.org."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from articles.models import Interviewer, Person
from home.models import StandardPage
from tests import factories
from tests.steps.head import head
from tests.steps.pictures import work

pytestmark = pytest.mark.django_db
ROOT = "http://testserver"


def test_an_interview_is_an_article_with_questions_and_answers(visiteur):
    ines = factories.person("Inès Calvet", "ines-calvet", "")
    body = [
        factories.exchange("Qui a creusé ?", ["<p>Les <b>voisins</b>.</p><p>Et nous.</p>"]),
        factories.exchange("Et après ?", ["<p>Rien.</p>", "<p>Tout.</p>"], speaker=ines.pk),
        {"type": "heading", "value": {"text": "Le village"}},
    ]
    page = factories.interview(
        body=body, date="2026-03-01", hero_image=factories.image(), hero_alt="Un pylône"
    )
    page.interviewer_links = [Interviewer(person=ines, locale=page.locale)]
    page.save_revision().publish()
    work()
    article = head(visiteur, page.url).node("Article")
    assert article["headline"] == "Le village a la fibre"
    assert article["inLanguage"] == "fr"
    assert article["datePublished"].startswith("2026-03-01T00:00:00+01")
    assert article["dateModified"].startswith("20")
    own = f"{ROOT}/entretiens/personne"
    assert article["author"] == [
        {
            "@type": "Person",
            "@id": f"{own}/ines-calvet/#person",
            "name": "Inès Calvet",
            "url": f"{own}/ines-calvet/",
        }
    ]
    assert article["about"] == [
        {
            "@type": "Person",
            "@id": f"{own}/helene-marchetti/#person",
            "name": "Hélène Marchetti",
            "jobTitle": "maire",
            "url": f"{own}/helene-marchetti/",
        }
    ]
    assert article["keywords"] == ["Fibre"]
    assert article["wordCount"] == 13
    assert article["image"]["url"].startswith(f"{ROOT}/media/images/")
    assert article["image"]["width"] > 0
    first, second = article["hasPart"]
    assert first["name"] == "Qui a creusé ?"
    assert first["url"].startswith(f"{ROOT}{page.url}#q-")
    assert first["acceptedAnswer"][0]["text"] == "Les voisins.\nEt nous."
    assert first["acceptedAnswer"][0]["author"][0]["name"] == "Hélène Marchetti"
    assert [answer["text"] for answer in second["acceptedAnswer"]] == ["Rien.", "Tout."]
    assert second["acceptedAnswer"][0]["author"][0]["name"] == "Inès Calvet"


def test_the_image_of_an_interview_is_its_picture_and_not_the_card_that_other_sites_show(visiteur):
    image = factories.image()
    page = factories.interview(hero_image=image, hero_alt="Un pylône")
    page.save_revision().publish()
    work()
    found = head(visiteur, page.url)
    assert "/media/images/pylone" in found.node("Article")["image"]["url"]
    assert found.meta["og:image"] != found.node("Article")["image"]["url"]
    # The same of a page without one: words in a picture are no picture.
    plain = factories.interview("Sans image")
    plain.save_revision().publish()
    work()
    assert "image" not in head(visiteur, plain.url).node("Article")


def ids(node, key="@id"):
    """Yield what ``node`` and all in it name themselves, or others."""
    if isinstance(node, dict):
        if "@id" in node:
            yield node["@id"], len(node) > 1
        for value in node.values():
            yield from ids(value)
    elif isinstance(node, list):
        for value in node:
            yield from ids(value)


@pytest.mark.parametrize("end", ["", "la-fibre/", "sujet/fibre/", "personne/helene-marchetti/"])
def test_what_is_referred_to_on_this_site_is_said_in_the_same_graph(visiteur, end):
    factories.interview(slug="la-fibre").save_revision().publish()
    named = list(ids(head(visiteur, f"/entretiens/{end}").graph))
    said = {name for name, whole in named if whole}
    assert {name for name, _whole in named if "#" in name} <= said
    assert f"{ROOT}/#website" in said


def test_all_dates_have_one_form(visiteur):
    page = factories.interview(date="2026-03-01")
    page.save_revision().publish()
    found = head(visiteur, page.url)
    article = found.node("Article")
    form = r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00"
    for date in (
        article["datePublished"],
        article["dateModified"],
        found.meta["article:published_time"],
        found.meta["article:modified_time"],
    ):
        assert re.fullmatch(form, date)
    assert found.meta["article:modified_time"] == article["dateModified"]


def test_without_interviewers_the_magazine_is_the_author(visiteur):
    page = factories.interview()
    article = head(visiteur, page.url).node("Article")
    publisher = head(visiteur, page.url).node("Organization")
    assert article["author"] == article["publisher"] == {"@id": publisher["@id"]}


def test_the_way_to_a_page_is_said(visiteur):
    page = factories.interview(slug="la-fibre")
    steps = head(visiteur, page.url).node("BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [
        (1, f"{ROOT}/"),
        (2, f"{ROOT}/entretiens/"),
        (3, f"{ROOT}/entretiens/la-fibre/"),
    ]
    steps = head(visiteur, "/entretiens/sujet/fibre/").node("BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in steps][-1] == "Fibre"
    assert steps[-1]["item"] == f"{ROOT}/entretiens/sujet/fibre/"


@pytest.mark.parametrize(
    ("address", "search"), [("/", "/recherche/?q="), ("/en/", "/en/search/?q=")]
)
def test_the_front_page_says_who_publishes_and_how_to_search(visiteur, address, search):
    found = head(visiteur, address)
    logo = found.node("Organization")["logo"]
    assert (logo["width"], logo["height"]) == (512, 512)
    target = found.node("WebSite")["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{ROOT}{search}{{search_term_string}}"


def test_a_translation_names_its_original_and_the_other_way_round(visiteur):
    factories.interview()
    factories.interview(language="en")
    french = head(visiteur, "/entretiens/").node("WebPage")
    english = head(visiteur, "/en/interviews/").node("WebPage")
    assert english["translationOfWork"] == [{"@id": french["@id"]}]
    assert french["workTranslation"] == [{"@id": english["@id"]}]


def test_the_page_of_a_person_is_a_profile(visiteur):
    factories.interview()
    Person.objects.update(biography="Elle a fait tirer la fibre.")
    found = head(visiteur, "/entretiens/personne/helene-marchetti/").node("ProfilePage")
    assert found["mainEntity"] == {
        "@type": "Person",
        "@id": f"{ROOT}/entretiens/personne/helene-marchetti/#person",
        "name": "Hélène Marchetti",
        "jobTitle": "maire",
        "description": "Elle a fait tirer la fibre.",
        "url": f"{ROOT}/entretiens/personne/helene-marchetti/",
    }


@pytest.mark.parametrize(
    ("end", "kind"), [("sujet/fibre", "WebPage"), ("personne/helene-marchetti", "ProfilePage")]
)
def test_a_topic_and_a_person_have_not_the_dates_of_the_list(visiteur, end, kind):
    factories.index().save_revision().publish()
    factories.interview()
    assert "datePublished" in head(visiteur, "/entretiens/").node("WebPage")
    found = head(visiteur, f"/entretiens/{end}/").node(kind)
    assert found["name"] in ("Fibre", "Hélène Marchetti")
    assert not {"datePublished", "dateModified"} & set(found)


def test_no_text_can_end_the_script(visiteur, site):
    hostile = "</script><script>alert(1)</script><!-- \u2028 & \" '"
    page = factories.interview(
        hostile, body=[factories.exchange(hostile, [f"<p>{escape(hostile)}</p>"])]
    )
    answer = visiteur.get(page.url)
    assert b"<script>alert" not in answer.content
    article = head(visiteur, page.url).node("Article")
    assert article["headline"] == article["hasPart"][0]["name"] == hostile
    assert article["hasPart"][0]["acceptedAnswer"][0]["text"] == hostile


def test_a_standard_page_is_a_page_of_the_site(visiteur, site):
    parent = StandardPage(
        title="À propos de nous", slug="nous", body="<p>Texte.</p>", locale=site.locale
    )
    site.add_child(instance=parent)
    child = StandardPage(title="L'équipe", slug="equipe", body="<p>Texte.</p>", locale=site.locale)
    parent.add_child(instance=child)
    found = head(visiteur, "/nous/equipe/")
    assert found.node("WebPage")["name"] == "L'équipe"
    steps = found.node("BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in steps] == ["Accueil", "À propos de nous", "L'équipe"]


def test_more_blocks_cost_no_more_queries(visiteur):
    linked = factories.interview("Un autre")
    pages = [factories.interview(body=factories.rich_body(times, linked)) for times in (1, 6)]
    work()
    for page in pages * 2:  # the first view notes how large the documents are
        visiteur.get(page.url)
    counts = []
    for page in pages:
        with CaptureQueriesContext(connection) as captured:
            visiteur.get(page.url)
        counts.append(len(captured))
    assert counts[0] == counts[1]
