"""While somebody types, the site suggests what it has: titles, people, topics and questions."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from search.index.beginnings import LONGEST, cut
from search.suggestions.mending import nearby
from search.suggestions.typed import MOST, beginnings
from tests import factories
from tests.search.test_properties import LANGUAGE, TEXT, client_of_the_site  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
OPTION = re.compile(r'href="([^"]*)".*?__text">(.*?)</span>.*?__kind">(.*?)</span>', re.DOTALL)


def ask(client, typed, address="/recherche/suggestions/"):
    answer = client.get(address, {"q": typed})
    assert answer.status_code == 200
    return answer


def suggested(client, typed, address="/recherche/suggestions/"):
    """Return (address, text, what it is) of each suggestion."""
    options = OPTION.findall(ask(client, typed, address).json()["options"])
    plain = [re.sub("</?mark>", "", part).replace("\u202f", " ") for one in options for part in one]
    return list(zip(*[map(unescape, plain)] * 3, strict=True))


def texts(client, typed, address="/recherche/suggestions/"):
    return [text for _url, text, _kind in suggested(client, typed, address)]


@pytest.fixture
def magazine(site):
    return factories.interview(
        "Très haut débit et télétravail au village",
        body=[factories.exchange("Qui a payé la tranchée ?")],
    )


# What is suggested


def test_titles_people_topics_and_questions_are_suggested_by_how_their_words_begin(
    visiteur, magazine
):
    (question,) = magazine.questions
    assert suggested(visiteur, "vill") == [(magazine.url, magazine.title, "Entretien")]
    assert suggested(visiteur, "fib")[0] == ("/entretiens/sujet/fibre/", "Fibre", "Sujet")
    (person, *_) = suggested(visiteur, "hel")
    assert person == ("/entretiens/personne/helene-marchetti/", "Hélène Marchetti", "Personne")
    assert suggested(visiteur, "tranch") == [
        (
            f"{magazine.url}#q-{question.id}",
            "Qui a payé la tranchée ?",
            f"Question · {magazine.title}",
        )
    ]


@pytest.mark.parametrize(
    "typed",
    ["teletr", "TÉLÉTR", "le télétr", "villages teletr", "haut-d", "l'village te", "au vi"],
)
def test_accents_case_small_words_and_the_order_do_not_count(visiteur, magazine, typed):
    assert texts(visiteur, typed) == [magazine.title]


@pytest.mark.parametrize("typed", ["telter", "tlétra", "télétravial", "villlage", "vilage tele"])
def test_a_wrong_letter_is_forgiven(visiteur, magazine, typed):
    assert texts(visiteur, typed) == [magazine.title]


def test_who_speaks_and_what_was_asked_lead_to_the_question(visiteur, magazine):
    assert texts(visiteur, "marchetti tranchee") == ["Qui a payé la tranchée ?"]
    assert texts(visiteur, "marchetti zeppelin") == []


@pytest.mark.parametrize("typed", ["", " ", "t", "zzzz", "l'", "?", "kind:articles.person"])
def test_what_says_nothing_suggests_nothing(visiteur, magazine, typed):
    assert texts(visiteur, typed) == []
    assert ask(visiteur, typed).json()["said"] == "0 suggestion"


def test_the_words_that_begin_so_are_marked_and_all_is_escaped(visiteur, site):
    factories.interview("<b>Le phare</b> & la mer")
    options = ask(visiteur, "pha").json()["options"]
    assert "&lt;b&gt;Le <mark>phare</mark>&lt;/b&gt; &amp; la mer" in options


def test_each_language_suggests_its_own(visiteur, magazine):
    factories.interview("A village with fibre", language="en")
    assert texts(visiteur, "villa", "/en/search/suggestions/") == ["A village with fibre"]
    assert ask(visiteur, "villa", "/en/search/suggestions/").json()["said"] == "1 suggestion"


def test_of_many_there_is_something_of_each_sort_and_the_newest_first(visiteur, site):
    for year in range(2010, 2025):
        body = [factories.exchange(f"Le phare en {year} ?")]
        factories.interview(f"Le phare de {year}", date=f"{year}-03-01", body=body)
    found = texts(visiteur, "phare")
    assert len(found) == 8
    assert found[0] == "Le phare de 2024"
    assert "Le phare en 2024 ?" in found


# Who may see it


def test_drafts_private_pages_and_who_has_no_page_are_not_suggested(visiteur, magazine):
    factories.interview("Un brouillon d'escalier", live=False)
    factories.person("Zoé Lhermitte", "zoe-lhermitte")
    assert texts(visiteur, "escal") == texts(visiteur, "lherm") == []
    private = PageViewRestriction.objects.create(page=magazine, restriction_type="login")
    assert texts(visiteur, "vill") == texts(visiteur, "tranch") == texts(visiteur, "march") == []
    private.delete()
    Page.objects.filter(pk=magazine.pk).update(live=False)
    assert texts(visiteur, "vill") == []


def test_no_search_engine_and_no_shared_cache_keeps_an_answer(visiteur, magazine):
    answer = ask(visiteur, "vill")
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Cache-Control"] == "private, max-age=30"
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


# What it costs


@pytest.mark.parametrize(("typed", "most"), [("vill", 4), ("village telet", 4), ("vlilage", 6)])
def test_it_asks_few_statements_whatever_the_site_holds(visiteur, magazine, typed, most):
    def statements():
        ask(visiteur, typed)  # what is the same for all readers is known then
        with CaptureQueriesContext(connection) as asked:
            assert texts(visiteur, typed)
        return [one["sql"] for one in asked if "store_change" not in one["sql"]]

    few = len(statements())
    assert few <= most
    for number in range(15):
        factories.interview(f"Le télétravail au village {number}")
    assert len(statements()) <= max(few, most)


def test_the_addresses_of_all_sorts_cost_no_statement_of_their_own(visiteur, magazine):
    factories.interview("La fibre à la ferme")
    ask(visiteur, "fib")
    with CaptureQueriesContext(connection) as asked:
        assert len(texts(visiteur, "fib")) > 1
    assert not [one for one in asked if "wagtailcore_site" in one["sql"]]


@pytest.mark.parametrize("typed", ["mot " * 2500, "é" * 10_000, "ab cd ef gh ij kl mn " * 500])
def test_what_can_be_asked_for_is_bounded(visiteur, magazine, typed):
    with CaptureQueriesContext(connection) as asked:
        ask(visiteur, typed)
    assert all(len(one["sql"]) < 100_000 for one in asked)


@pytest.mark.parametrize(
    "query", ["q=%ED%A0%80", "q=%00", "q=%", "q=%zz%C3", "q=a%00b", "", "q", "q=1&q=2", "r=%FF"]
)
def test_a_broken_address_gets_an_answer(visiteur, magazine, query):
    assert visiteur.get(f"/recherche/suggestions/?{query}").status_code < 500


@settings(max_examples=25)
@given(TEXT)
def test_whatever_is_typed_gets_an_answer(client_of_the_site, text):  # noqa: F811 - a fixture
    answer = ask(client_of_the_site, text).json()
    assert set(answer) == {"options", "said"}


@given(TEXT, LANGUAGE)
def test_few_beginnings_are_asked_for_none_twice(text, language):
    found = beginnings(text, language)
    assert len(set(found)) == len(found) <= MOST
    assert all(1 < len(one) <= LONGEST and one.isalnum() for one in found)


@given(st.text(alphabet="abcdefg", min_size=2, max_size=LONGEST))
def test_what_is_near_begins_with_the_same_letter_and_is_bounded(form):
    found = nearby(form)
    assert found[0] == cut(form)
    assert {one[0] for one in found} == {form[0]}
    assert len(found) < 700
