"""What the CMS finds is ranked as Wagtail does, by one search."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import database, get_search_backend

from tests import factories

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL ranks by one search"),
]


@pytest.fixture
def magazine(site):
    """Interviews that hold the word once, often, in the title, alike, and not at all."""
    once = "<p>La fibre, enfin.</p>"
    for number, (title, answer) in enumerate(
        [
            ("Le village", once),
            ("La fibre", once * 3),
            ("La fibre au village", once),
            ("Le bourg", once),
            ("Le bourg", once),
            ("Rien", "<p>Rien.</p>"),
        ]
    ):
        body = [factories.exchange(answers=[answer])]
        factories.interview(title, f"rang-{number}", body=body)


def found(backend, words, pages):
    return [page.slug for page in backend.search(words, pages)[:10]]


@pytest.mark.parametrize("words", ["fibre", "fibre village", "bourg", "absent"])
def test_the_order_is_that_of_wagtail(magazine, words):
    pages = factories.index().get_children().live()
    ours = found(get_search_backend(), words, pages)
    assert ours == found(database.SearchBackend({}), words, pages)
    assert bool(ours) == (words != "absent")


def test_its_parts_follow_one_another(magazine):
    results = factories.index().get_children().search("fibre")
    parts = [page.slug for start in range(0, 6, 2) for page in results[start : start + 2]]
    assert parts == [page.slug for page in results[:10]]
    assert len(parts) == results.count() == 5


def test_no_result_asks_for_its_rank_by_a_search_of_its_own(magazine, cheffe):
    with CaptureQueriesContext(connection) as asked:
        html = cheffe.get("/cms/pages/search/?q=fibre").content.decode()
    assert "La fibre au village" in html
    assert [one for one in asked.captured_queries if "bm25" in one["sql"]]
    assert not [one for one in asked.captured_queries if "_score" in one["sql"]]
