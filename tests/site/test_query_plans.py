"""The pages that show the newest do not read all interviews, by the plans of the database.

What is counted is read as a whole.
"""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.bench.content import fill

pytestmark = pytest.mark.django_db
MANY = 300
GROWING = ("articles_interviewpage", "articles_interviewee", "articles_interviewtopic")


@pytest.fixture
def magazine(site):
    factories.image()  # of which each interview has the renditions
    fill(MANY, people=40, topics=10)
    if connection.vendor == "postgresql":  # as it does by itself in time
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def test_the_newest_are_found_by_the_index_on_dates(visiteur, magazine):
    for address in ("/", "/entretiens/"):
        found = [sql for sql in asked(visiteur, address) if growing(sql) and "COUNT(" not in sql]
        assert any("newest_interviews" in step for sql in found for step in plan(sql))
        assert {sql: steps for sql in found if (steps := reading_all(plan(sql)))} == {}


def asked(client, address):
    """Return the statements of the second view: the first fills caches."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return [query["sql"] for query in captured]


def growing(sql):
    return any(f'"{table}"' in sql for table in GROWING)


def plan(sql):
    """Return the steps of the database's plan for ``sql``."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            return [row[3] for row in cursor.fetchall()]
        # Of so few rows it would read a table whole where it need not.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        found = cursor.fetchone()[0]
    return list(nodes((json.loads(found) if isinstance(found, str) else found)[0]["Plan"]))


def nodes(node):
    table, index = node.get("Relation Name", ""), node.get("Index Name", "")
    yield f"{node['Node Type']} {table} {index}".strip()
    for child in node.get("Plans", []):
        yield from nodes(child)


def reading_all(steps):
    """Return the steps that read every interview, or SQLite's that read all of a language."""
    return [
        step
        for step in steps
        if step.startswith(("SCAN wagtailcore_page", "SCAN articles_", "Seq Scan articles_"))
        and "newest_interviews" not in step
        or "Seq Scan wagtailcore_page" in step
        or step.startswith("SEARCH wagtailcore_page USING INDEX wagtailcore_page_locale_id")
    ]
