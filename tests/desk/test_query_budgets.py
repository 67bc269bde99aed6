"""What the pages of the CMS take of the database, whatever they list."""

import pytest
from wagtail.models import Page

from contact.models import QuoteRequest
from tests import factories
from tests.steps.queries import queries
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db


def interview(exchanges, draft=False):
    speaker = factories.person("Solange Prévert", "solange-prevert")
    page = factories.interview(
        body=[
            factories.exchange(f"Question {number} ?", [factories.ANSWER] * 2, speaker.pk)
            for number in range(exchanges)
        ],
        hero_image=factories.image(),
        hero_alt="Un pylône",
    )
    page.save_revision().publish()
    if draft:
        page = Page.objects.get(pk=page.pk).specific
        page.title = "Un autre titre"
        page.save_revision()
    return f"/cms/pages/{page.pk}/edit/"


@pytest.mark.parametrize(("draft", "most"), [(False, 46), (True, 56)])
def test_the_editor_takes_no_more_for_forty_exchanges_than_for_two(cheffe, draft, most):
    few = queries(cheffe, interview(2, draft))
    assert few <= most
    assert queries(cheffe, interview(40, draft)) == few


def test_a_list_of_fifty_pages_takes_at_most_40_queries(cheffe):
    address = f"/cms/pages/{factories.index().pk}/"
    for _ in range(4):
        factories.interview()
    few = queries(cheffe, address)
    for _ in range(46):
        factories.interview()
    assert queries(cheffe, address) == few <= 40


@pytest.mark.parametrize(("address", "most"), [("/cms/", 40), ("/cms/calendar/", 20)])
def test_home_and_calendar_take_no_more_than_they_need(cheffe, address, most):
    factories.interview()
    few = queries(cheffe, address)
    for _ in range(5):
        factories.interview()
    assert queries(cheffe, address) == few <= most


def test_inbox_and_request_take_no_more_than_they_need(commercial, client):
    for _ in range(3):
        post(client)
    assert queries(commercial, "/cms/quote_requests/") <= 16
    number = QuoteRequest.objects.first().pk
    assert queries(commercial, f"/cms/quote_requests/edit/{number}/") <= 29
