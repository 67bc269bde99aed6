"""A search with a typing error, or with a word too many, finds what was meant, and says so."""

import pytest

from tests import factories
from tests.search.test_search import interviews, results

pytestmark = pytest.mark.django_db


@pytest.fixture
def village(site):
    answer = "<p>Le télétravail et la visiophonie, par le haut débit et le coworking.</p>"
    return factories.interview("Le village", body=[factories.exchange(answers=[answer])])


def html(client, query, **more):
    return client.get("/recherche/", {"q": query, **more}).content.decode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("télétravial", "télétravail"),
        ("teletrvail", "télétravail"),
        ("tlétravail", "télétravail"),
        ("visiofonie", "visiophonie"),
        ("hautdébit", "haut debit"),
    ],
)
def test_a_word_that_no_page_has_is_corrected_from_the_words_of_the_site(
    village, visiteur, typed, meant
):
    assert interviews(visiteur, typed) == ["Le village"]
    assert f"Résultats pour «\xa0{meant}\xa0»" in html(visiteur, typed)


@pytest.mark.parametrize("typed", ["télé travail", "co working", "co-working", "l'avisiophonie"])
def test_a_word_may_be_written_in_two_or_with_another(village, visiteur, typed):
    assert interviews(visiteur, typed) == ["Le village"]


def test_there_is_a_way_back_to_what_was_typed(village, visiteur):
    assert "exact=1" in html(visiteur, "télétravial")
    literal = html(visiteur, "télétravial", exact="1")
    assert "Résultats pour" not in literal
    assert "Aucune page ne contient tous ces mots" in literal
    assert 'href="?q=t%C3%A9l%C3%A9travial">Chercher aussi' in literal


def test_a_word_that_some_page_has_is_not_corrected(village, visiteur):
    factories.interview("Le télétravial")
    assert results(visiteur, "télétravial") == ["Le télétravial"]


def test_a_short_word_is_not_taken_for_another(village, visiteur):
    assert results(visiteur, "ham") == []


def test_with_few_results_pages_that_lack_a_word_are_shown_and_say_so(village, visiteur):
    factories.interview("Le village et la grue")
    assert results(visiteur, "village grue") == ["Le village et la grue", "Le village"]
    assert "Sans «\xa0grue\xa0»" in html(visiteur, "village grue")
    assert results(visiteur, "village grue") != results(visiteur, "village grue", exact=1)


def test_a_corrected_word_that_a_page_lacks_is_named_as_it_was_corrected(village, visiteur):
    factories.interview("Un zeppelin à la mer")
    lacking = html(visiteur, "village zepelin")
    assert "Sans «\xa0zeppelin\xa0»" in lacking
    assert "Sans «\xa0zepelin" not in lacking


def test_a_word_that_no_page_has_is_named(village, visiteur):
    assert results(visiteur, "village zeppelin") == ["Le village"]
    assert "Sans «\xa0zeppelin\xa0», qui n’est sur aucune page" in html(
        visiteur, "village zeppelin"
    )


def test_with_enough_results_none_lacks_a_word(village, visiteur):
    for number in range(3):
        factories.interview(f"Le village et la grue {number}")
    assert "Le village" not in results(visiteur, "village grue")


def test_words_that_say_nothing_do_not_count(village, visiteur):
    assert interviews(visiteur, "comment est-ce que le télétravail ?") == ["Le village"]
    factories.interview("Qui sommes-nous ?")
    assert results(visiteur, "qui sommes-nous")[0] == "Qui sommes-nous ?"


def test_nothing_found_leads_to_topics_and_the_latest_interviews(village, visiteur):
    page = html(visiteur, "zeppelin")
    assert "Aucune page ne contient tous ces mots" in page
    assert "/entretiens/sujet/fibre/" in page
    assert "Le village" in page
