"""Editors put a page first for some words; it is marked, and shown to all who may read it."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from search.models import Promotion
from tests import factories
from tests.search.test_search import results
from tests.steps.binning import binned, confirmation, delete, restore

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(site):
    factories.interview("La fibre, la fibre")
    return factories.interview("La passerelle", standfirst="Un pont de bois.")


def write(client, words, page, key=None):
    address = reverse("promotions:edit", args=[key]) if key else reverse("promotions:add")
    answer = client.post(address, {"words": words, "page": page.pk if page else ""})
    return answer.status_code == 302, unescape(answer.content.decode())


def html(client, query, **more):
    return client.get("/recherche/", {"q": query, **more}).content.decode()


@pytest.mark.parametrize(
    "typed", ["fibre", "La Fibre", "fibres", "tarif de la fibre", "fibre tarif"]
)
def test_what_editors_chose_comes_first_and_says_so(cheffe, visiteur, pages, typed):
    others = [one for one in results(visiteur, typed) if one != "La passerelle"]
    assert write(cheffe, "fibre ,, tarif fibre", pages)[0]
    assert Promotion.objects.get().words == "fibre, tarif fibre"
    assert results(visiteur, typed) == ["La passerelle", *others]
    assert "Conseillé</strong> Entretien" in html(visiteur, typed)
    assert html(visiteur, typed).count("Conseillé") == 1
    assert "Un pont de bois." in html(visiteur, typed)


def test_it_is_shown_once_and_counted(cheffe, visiteur, pages):
    found = results(visiteur, "passerelle")
    write(cheffe, "passerelle, ponceau", pages)
    assert results(visiteur, "passerelle") == found == ["La passerelle"]
    assert "1 résultat" in html(visiteur, "passerelle")
    assert results(visiteur, "ponceau") == ["La passerelle"]
    assert "1 résultat" in html(visiteur, "ponceau")


def test_other_words_filters_the_order_by_date_and_later_pages_are_without_it(
    cheffe, visiteur, pages
):
    write(cheffe, "fibre", pages)
    for query, more in (
        ("fibre village", {}),
        ("fibre", {"sort": "date"}),
        ("fibre", {"topic": "fibre"}),
        ("passerelle", {}),
    ):
        assert "Conseillé" not in html(visiteur, query, **more)
    for number in range(12):
        factories.interview(f"La fibre {number}")
    assert len(results(visiteur, "fibre")) == 11
    assert "La passerelle" not in results(visiteur, "fibre", page=2)


def test_who_may_not_read_the_page_is_not_led_to_it(cheffe, visiteur, pages):
    write(cheffe, "fibre", pages)
    private = PageViewRestriction.objects.create(page=pages, restriction_type="login")
    assert "La passerelle" not in results(visiteur, "fibre")
    private.delete()
    assert "La passerelle" in results(visiteur, "fibre")
    Page.objects.filter(pk=pages.pk).update(live=False)
    assert "La passerelle" not in results(visiteur, "fibre")


def test_the_page_says_the_language(cheffe, visiteur, pages):
    english = factories.interview("The footbridge", language="en")
    assert write(cheffe, "fibre", english)[0]
    assert write(cheffe, "fibre", pages)[0]
    assert results(visiteur, "fibre", "/en/search/")[0] == "The footbridge"
    assert results(visiteur, "fibre")[0] == "La passerelle"


def test_a_search_with_one_keeps_its_budget(cheffe, visiteur, pages):
    write(cheffe, "fibre", pages)
    results(visiteur, "fibre")
    with CaptureQueriesContext(connection) as asked:
        assert results(visiteur, "fibre")[0] == "La passerelle"
    assert len([one for one in asked if "store_change" not in one["sql"]]) <= 8
    assert not [one for one in asked if "search_promotion" in one["sql"]]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (" , ", "Écrivez au moins un mot."),
        ("!!", "«\xa0!!\xa0» n’a aucune lettre."),
        ("un deux trois quatre cinq six", "quatre mots au plus"),
        ("fibres", "Pour «\xa0fibres\xa0», une autre page est déjà conseillée\xa0: La passerelle."),
        ("x" * 301, "300"),
        (",".join(f"mot{number}" for number in range(50)), "300"),
        ("", "id_words"),
        ("a\x00b", "id_words"),
    ],
)
def test_what_no_search_could_use_gets_a_sentence(cheffe, pages, words, sentence):
    write(cheffe, "fibre", pages)
    done, answer = write(cheffe, words, pages)
    assert not done
    assert sentence in answer.replace("&nbsp;", "\xa0")
    assert not write(cheffe, "devis", None)[0]
    assert Promotion.objects.count() == 1


@pytest.mark.parametrize("role", ["redactrice", "relecteur", "traductrice", "commercial"])
def test_only_an_editor_in_chief_may_choose(role, request, cheffe, pages):
    write(cheffe, "fibre", pages)
    client, one = request.getfixturevalue(role), Promotion.objects.get()
    for name, key in (("index", []), ("add", []), ("edit", [one.pk]), ("delete", [one.pk])):
        assert client.get(reverse(f"promotions:{name}", args=key)).status_code in (302, 403)
    write(client, "devis", pages, one.pk)
    assert Promotion.objects.get().words == "fibre"


def test_a_deleted_page_takes_its_recommendation_with_it_and_brings_it_back(
    cheffe, visiteur, pages
):
    assert "conseillé" not in confirmation(cheffe, pages)
    write(cheffe, "fibre", pages)
    said = "1 résultat conseillé part dans la corbeille avec la page."
    assert said in confirmation(cheffe, pages)
    delete(cheffe, pages)
    assert "Conseillé" not in html(visiteur, "fibre")
    assert not Promotion.objects.exists()
    restore(cheffe, binned(pages))
    assert "Conseillé" not in html(visiteur, "fibre")
    Page.objects.get(pk=pages.pk).specific.latest_revision.publish()
    assert results(visiteur, "fibre")[0] == "La passerelle"
    assert "Conseillé" in html(visiteur, "fibre")


def test_the_list_asks_no_statement_for_each_line(cheffe, pages):
    def asked():
        with CaptureQueriesContext(connection) as asked:
            assert "La passerelle" in cheffe.get(reverse("promotions:index")).content.decode()
        return len(asked)

    write(cheffe, "fibre", pages)
    asked()
    few = asked()
    for number in range(5):
        write(cheffe, f"mot{number}", factories.interview(f"Un bac {number}"))
    assert asked() == few
