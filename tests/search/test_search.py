"""Search finds published pages of the active language, for any input."""

from html import unescape

import pytest
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


def results(client, query, address="/recherche/", **more):
    answer = client.get(address, {"q": query, **more})
    assert answer.status_code == 200
    return [strip_tags(unescape(result.title)) for result in answer.context["results"]]


def interviews(client, query, address="/recherche/", **more):
    return results(client, query, address, kind="articles.interviewpage", **more)


def test_a_word_of_the_answers_finds_the_interview(visiteur):
    factories.interview(
        "La fibre au village", body=[factories.exchange("Qui a payé la tranchée ?")]
    )
    assert interviews(visiteur, "tranchée") == ["La fibre au village"]


def test_a_search_without_result_offers_the_topics(visiteur):
    factories.interview("La fibre au village")
    nothing = visiteur.get("/recherche/", {"q": "zeppelin"}).content.decode()
    assert "Aucune page ne contient tous ces mots" in nothing
    assert "/entretiens/sujet/fibre/" in nothing


def test_drafts_private_pages_and_other_languages_are_not_found(visiteur):
    factories.interview("Un brouillon d'escalier", live=False)
    factories.interview("An escalier in English", language="en")
    private = factories.interview("Un escalier privé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert results(visiteur, "escalier") == []
    assert results(visiteur, "escalier", "/en/search/") == ["An escalier in English"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        "'",
        "\x00",
        "a\x00b",
        "mot " * 2500,
        "((",
        "NOT",
        "*",
        ":",
        "\\",
        "%",
        "a:b",
        "-",
        "é" * 5000,
        "<script>",
        "\u202e",
        "AND OR",
        '-"fibre"',
        "')\U0001f3fdANDOR'-",
        "½ ² e\u0301",
        "\ud83d\ude00",
    ],
)
def test_any_input_gets_a_page(visiteur, query):
    if any("\ud800" <= c <= "\udfff" for c in query):
        query = query.encode("utf-16", "surrogatepass").decode("utf-16")
    factories.interview()
    results(visiteur, query)


@pytest.mark.parametrize("page", ["abc", "0", "-3", "99999999999999999999"])
def test_any_page_number_gets_a_page(visiteur, page):
    factories.interview("La fibre au village")
    assert visiteur.get("/recherche/", {"q": "fibre", "page": page}).status_code == 200


def test_what_was_typed_is_escaped(visiteur):
    html = visiteur.get("/recherche/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in html
