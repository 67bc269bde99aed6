"""The pages that show the newest ask for nothing that grows with the number of interviews.

Which ones readers may open is read once after a change; each that is shown is made once.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.bench.magazine.content import fill
from tests.steps.pictures import make_all

pytestmark = pytest.mark.django_db
GROWING = ("articles_interviewpage", "articles_interviewee", "articles_interviewtopic")


@pytest.fixture
def magazine(site):
    factories.image()  # of which each interview has the renditions
    fill(300, people=40, topics=10)


@pytest.mark.parametrize("address", ["/", "/entretiens/"])
def test_a_view_reads_no_table_that_grows_with_the_interviews(visiteur, magazine, address):
    assert any(map(growing, asked(visiteur, address)))
    make_all()  # what lacks a picture is not kept
    visiteur.get(address)
    assert not any(map(growing, asked(visiteur, address)))


def asked(client, address):
    """Return the statements of a view."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def growing(sql):
    return any(f'"{table}"' in sql for table in GROWING)
