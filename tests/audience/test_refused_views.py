"""What is sent to the address of the views and is no view is refused."""

import io

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from cyberworkers.answering.whole_bodies import WholeBodies
from home.models import StandardPage
from tests import factories
from tests.steps.audience import BROWSER, counted, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(site):
    return factories.interview()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"0",
        b"-1",
        b"01",
        b"1.0",
        b" 1",
        b"1\n",
        b"1\x00",
        b"0x1",
        b"1e3",
        b"abc",
        "١".encode(),
        b"\xff\xfe",
        b"page=1",
        b"1; DROP TABLE audience_pageviews",
        b"9" * 10,
        b"9" * 100_000,
    ],
)
def test_a_body_that_is_no_number_of_a_page_is_refused(visiteur, site, body):
    assert tell(visiteur, body).status_code == 400
    assert counted() == 0


def test_a_body_that_breaks_off_is_refused(site):
    answers = []
    sent = {"wsgi.input": io.BytesIO(b"12"), "CONTENT_LENGTH": "5", "CONTENT_TYPE": "text/plain"}
    request = RequestFactory().post("/audience/view/", **BROWSER)
    WholeBodies(WSGIHandler())(request.environ | sent, lambda *answer: answers.append(answer))
    assert answers[0][0] == "400 Bad Request"


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options", "patch"])
def test_only_posts_are_answered(visiteur, interview, method):
    answer = getattr(visiteur, method)("/audience/view/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_a_form_of_another_site_with_the_page_in_a_field_is_refused(visiteur, interview):
    answer = visiteur.post("/audience/view/", {"page": interview.pk})
    assert answer.status_code == 400


def test_a_page_called_audience_is_still_read(visiteur, site):
    fields = {"title": "L’audience", "slug": "audience", "body": "<p>Qui nous lit.</p>"}
    site.add_child(instance=StandardPage(**fields, locale=site.locale))
    answer = visiteur.get("/audience/")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<h1>L’audience</h1>" in html
    assert "Qui nous lit." in html
