"""Words that were searched for in vain are counted; what may be personal is not kept."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.utils import timezone

from audience import searches
from audience.models import FruitlessSearch
from editing.worker.jobs import daily
from tests import factories
from tests.steps.audience import Statements, look_for

pytestmark = pytest.mark.django_db


def kept():
    return dict(FruitlessSearch.objects.values_list("words", "searches"))


# What is counted


def test_the_same_words_in_any_case_and_spacing_are_one_count(visiteur):
    for query in ("satellite  Kourou", "Satellite kourou ", '"satellite kourou"'):
        look_for(visiteur, query)
    assert kept() == {"satellite kourou": 3}
    row = FruitlessSearch.objects.get()
    assert (row.language, row.day) == ("fr", timezone.localdate())


def test_a_language_has_its_own_counts(visiteur):
    look_for(visiteur, "satellite")
    look_for(visiteur, "satellite", "/en/search/")
    assert set(FruitlessSearch.objects.values_list("language", "searches")) == {
        ("fr", 1),
        ("en", 1),
    }


def test_nothing_but_words_language_day_and_number_is_kept():
    names = {field.name for field in FruitlessSearch._meta.fields}
    assert names == {"id", "words", "language", "day", "searches"}


def test_an_ordinary_count_is_one_statement(visiteur):
    look_for(visiteur, "satellite")
    with connection.execute_wrapper(collect := Statements()):
        look_for(visiteur, "satellite")
    assert len(collect.of("UPDATE", "INSERT", "DELETE")) == 1
    assert collect.all[-1].count("satellite") == 0  # words are passed as values


# What is not


def test_what_was_found_is_not_counted(visiteur):
    factories.interview("La fibre au village")
    look_for(visiteur, "village")
    assert kept() == {}


@pytest.mark.parametrize(
    "query",
    [
        "solange@prevert.example",
        "solange @ prevert",
        "solange\uff20prevert",  # the same sign in full width
        "06 12 34 56 78",
        "75011 Paris",
        "dossier n° 1-2-3-4-5",
        "\u0661\u0662\u0663\u0664\u0665",  # digits in Arabic
        "a " * 41,  # no search but a text
        "x" * 81,
        "mot " * 2500,
        "solange" + " " * 250 + "@prevert",  # beyond what is searched for
    ],
)
def test_what_may_be_personal_or_is_no_search_is_never_kept(visiteur, query):
    assert look_for(visiteur, query).status_code == 200
    assert kept() == {}


@pytest.mark.parametrize("query", ["", " ", '"', "\x00", "%", "<>", "½", "\u202e"])
def test_what_has_no_words_counts_nothing_and_gets_its_page(visiteur, query):
    assert look_for(visiteur, query).status_code == 200
    assert set(kept()) <= {"1 2"}


def test_signs_that_a_table_program_takes_for_a_formula_are_not_kept(visiteur):
    look_for(visiteur, '=HYPERLINK("x"; "y")')
    assert set(kept()) == {"hyperlink x y"}


def test_a_year_and_words_in_any_script_are_kept(visiteur):
    for query in ("loi 2026", "Übertragung", "光ファイバー"):
        look_for(visiteur, query)
    assert set(kept()) == {"loi 2026", "übertragung", "光ファイバー"}


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; bingbot/2.0)"},
        {"HTTP_USER_AGENT": None},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_X_MOZ": "prefetch"},
        {"HTTP_SEC_GPC": "1"},
    ],
)
def test_machines_and_pages_fetched_in_advance_count_nothing(visiteur, headers):
    look_for(visiteur, "satellite", **headers)
    assert kept() == {}


def test_who_is_signed_in_and_who_asks_for_headers_only_counts_nothing(visiteur, redactrice):
    look_for(redactrice, "satellite")
    visiteur.head("/recherche/?q=satellite")
    assert kept() == {}


def test_the_answer_does_not_come_to_depend_on_cookies(visiteur):
    answer = look_for(visiteur, "satellite")
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


# What is bounded


def test_a_day_has_so_many_different_words_and_counts_the_known_ones_on(visiteur, monkeypatch):
    monkeypatch.setattr(searches, "MOST_NEW_A_DAY", 2)
    for query in ("un satellite", "deux satellites", "trois satellites", "un satellite"):
        look_for(visiteur, query)
    assert kept() == {"un satellite": 2, "deux satellites": 1}


def test_a_count_that_fails_does_not_concern_the_visitor(visiteur, monkeypatch):
    def fail(*arguments, **key):
        raise RuntimeError

    monkeypatch.setattr(searches, "add_one", fail)
    assert look_for(visiteur, "satellite").status_code == 200


def test_days_of_more_than_twenty_five_months_ago_are_let_go(db, monkeypatch):
    for day in (date(2024, 10, 24), date(2026, 11, 24)):
        FruitlessSearch.objects.create(words="satellite", language="fr", day=day, searches=1)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=UTC))
    daily.send_robust(sender=None)
    assert FruitlessSearch.objects.get().day == date(2026, 11, 24)
