"""The words of a search are found as readers mean them, in both languages, on any database."""

import pytest

from tests import factories
from tests.search.test_search import interviews, results

pytestmark = pytest.mark.django_db

FRENCH = "<p>L'œuvre d'aujourd'hui : le télétravail, un très-haut-débit, des réseaux égaux.</p>"
ENGLISH = "<p>The company’s teleworkers don’t commute; e-mails connect their neighbourhoods.</p>"


@pytest.mark.parametrize(
    "query",
    [
        *(
            "teletravail",
            "TÉLÉTRAVAIL",
            "Télé\u0301travail".replace("é\u0301", "é"),
            "télétravails",
        ),
        *("oeuvre", "œuvres", "l'œuvre", "l’oeuvre", "aujourd'hui œuvre"),
        *("très haut débit", "haut-débit", "haut debit", "réseau égal", "« haut-débit »"),
        *("te\u0301le\u0301travail", "travail à distance"),
    ],
)
def test_a_french_word_is_found_however_it_is_written(visiteur, query):
    factories.interview("Le village", body=[factories.exchange(answers=[FRENCH])])
    factories.interview("Le bourg")
    assert interviews(visiteur, query)[0] == "Le village"


@pytest.mark.parametrize(
    "query",
    ["companies", "teleworker", "email", "connected", "neighborhood", "commuting", "e-mail"],
)
def test_an_english_word_is_found_in_other_forms(visiteur, query):
    body = [factories.exchange(answers=[ENGLISH])]
    factories.interview("The village", language="en", body=body)
    factories.interview("The town", language="en")
    assert interviews(visiteur, query, "/en/search/") == ["The village"]


def test_the_form_that_was_typed_stands_above_others(visiteur):
    day = factories.interview("Le premier").date
    for title, word in (("Une", "raccordements"), ("Deux", "raccordés"), ("Trois", "raccorder")):
        body = [factories.exchange(answers=[f"<p>Vingt {word} par mois.</p>"])]
        factories.interview(title, body=body, date=day)
    for title, query in (("Une", "raccordements"), ("Deux", "raccordés"), ("Trois", "raccorder")):
        assert results(visiteur, query)[0] == title


def test_a_phrase_in_quotation_marks_is_found_as_it_is(visiteur):
    for title, words in (("Ainsi", "une ligne fixe"), ("Autrement", "fixe, une ligne")):
        factories.interview(title, body=[factories.exchange(answers=[f"<p>Oui, {words}.</p>"])])
    assert results(visiteur, '"ligne fixe"') == ["Ainsi"]
    assert results(visiteur, "«\xa0ligne fixe\xa0»") == ["Ainsi"]


def test_where_a_word_stands_counts(visiteur):
    factories.interview("Texte", body=[factories.exchange("Et ?", ["<p>Un pylône.</p>"])])
    factories.interview("Question", body=[factories.exchange("Un pylône ?", ["<p>Oui.</p>"])])
    factories.interview("Chapeau", standfirst="Un pylône.")
    factories.interview("Pylône")
    assert results(visiteur, "pylône") == ["Pylône", "Chapeau", "Question", "Texte"]


def test_of_what_is_alike_the_newest_comes_first(visiteur):
    for year in (2024, 2026, 2025):
        factories.interview(f"Le pylône {year}", date=f"{year}-05-01")
    assert results(visiteur, "pylône") == [f"Le pylône {year}" for year in (2026, 2025, 2024)]


def test_all_words_count_more_than_some(visiteur):
    answer = ["<p>La grue du port.</p>"]
    factories.interview("Grue, grue et grue", standfirst="Une grue.")
    factories.interview("Ensemble", body=[factories.exchange(answers=answer)])
    assert results(visiteur, "grue port")[0] == "Ensemble"


def test_words_count_more_near_each_other(visiteur):
    apart = [factories.exchange("Et la grue ?"), factories.exchange("Et le port ?")]
    together = [factories.exchange("Et la grue du port ?"), factories.exchange("Et ?")]
    factories.interview("Loin", body=apart, date="2026-05-02")
    factories.interview("Près", body=together, date="2026-05-01")
    assert results(visiteur, "grue port") == ["Près", "Loin"]
