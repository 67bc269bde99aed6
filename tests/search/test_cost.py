"""A search asks the database the same few things, however much the site holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.query.candidates import MOST, OF_OTHERS, OF_RAREST
from search.query.finding import find
from tests import factories

pytestmark = pytest.mark.django_db

QUERIES = [
    "fibre",
    "télétravial au vilage",
    "pourquoi la ligne tient-elle au village quand il neige ?",
    "hautdébit zeppelin",
    "marchetti fibre",
]


def statements(client, query):
    client.get("/recherche/", {"q": query})  # what is the same for all readers is known then
    with CaptureQueriesContext(connection) as asked:
        client.get("/recherche/", {"q": query})
    return [one["sql"] for one in asked if "store_change" not in one["sql"]]


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_asks_at_most_eight_statements_whatever_the_site_holds(visiteur, query):
    factories.interview("Le télétravail au village")
    few = len(statements(visiteur, query))
    assert few <= 8
    for number in range(15):
        factories.interview(f"Le télétravail au village {number}")
    assert len(statements(visiteur, query)) <= max(few, 8)


def test_no_more_postings_are_looked_at_than_were_agreed(site):
    assert max(OF_RAREST, OF_OTHERS, MOST) <= 1000


@pytest.mark.parametrize("query", ["mot " * 2500, "é" * 10_000, "a b c d e f g h i j k l m " * 50])
def test_what_one_query_can_ask_for_is_bounded(site, query):
    factories.interview()
    with CaptureQueriesContext(connection) as asked:
        find(query, "fr")
    assert all(len(one["sql"]) < 30_000 for one in asked)
