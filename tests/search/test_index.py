"""PostgreSQL finds words by an index, not by reading the words of every page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import InterviewPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's index is a table")
def test_a_search_by_wagtail_finds_by_the_index_of_all_words(site):
    factories.interview("Le village a la fibre")
    with CaptureQueriesContext(connection) as captured:
        assert len(InterviewPage.objects.search("fibre")[:5]) == 1
    asked = [query["sql"] for query in captured if "@@" in query["sql"]]
    assert asked
    words = '("wagtailsearch_indexentry"."title" || "wagtailsearch_indexentry"."body") @@'
    assert all(words in sql for sql in asked)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # with few pages that would be quicker
        cursor.execute(
            f"EXPLAIN SELECT 1 FROM wagtailsearch_indexentry WHERE {words} to_tsquery('fibre')"  # noqa: S608 - no value of anybody's
        )
        assert "search_all_words" in str(cursor.fetchall())
