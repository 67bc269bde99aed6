"""Dates that have done their work are cleared: a page can be saved after them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import Page

from editing.schedule.publication import publish_due
from tests import factories
from tests.schedule.test_editor import posted

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
BEGIN, END = "2027-03-02 08:00", "2027-03-04 18:00"
DATES = {"go_live_at": BEGIN, "expire_at": END}


@pytest.fixture(autouse=True)  # before anybody signs in
def clock(monkeypatch):
    """It is 1 March 2027, 09:00 in Paris; returns a function that lets hours pass."""
    moment = [datetime(2027, 3, 1, 9, tzinfo=PARIS)]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])

    def wait(**time):
        moment[0] += timedelta(**time)

    return wait


@pytest.fixture
def page(site, cheffe):
    """A draft that is planned, with its end."""
    page = factories.interview("Le phare", slug="phare", live=False, owner=cheffe.user)
    page.save_revision(user=cheffe.user)
    posted(cheffe, page, "publish", **DATES)
    return page


def opened(client, page):
    return client.get(f"/cms/pages/{page.pk}/edit/")


def dates(response):
    form = response.context["form"]
    return form["go_live_at"].value(), form["expire_at"].value()


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def published(page, clock):
    clock(days=1)
    publish_due()
    assert is_live(page)


def withdrawn(page, clock):
    published(page, clock)
    clock(days=3)
    publish_due()
    assert not is_live(page)


def test_after_the_planned_publication_its_date_is_gone_and_the_end_stays(page, cheffe, clock):
    published(page, clock)
    begin, end = dates(opened(cheffe, page))
    assert begin is None
    assert end == datetime(2027, 3, 4, 18)


def test_a_draft_after_the_planned_publication_does_not_promise_it_again(page, cheffe, clock):
    published(page, clock)
    posted(cheffe, page, expire_at=END)
    assert "2 mars 2027" not in status(opened(cheffe, page))


def test_after_the_planned_end_both_are_gone(page, cheffe, clock):
    withdrawn(page, clock)
    response = opened(cheffe, page)
    assert dates(response) == (None, None)
    assert "mars 2027" not in status(response)


def status(response):
    """Return what stands beside the editor of what will happen once the page is published."""
    html = response.content.decode()
    start = html.index('data-side-panel="status"')
    return html[start : html.index("schedule-publishing-dialog", start)]


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_form_that_was_opened_before_the_end_is_saved_after_it(page, cheffe, clock, accept):
    withdrawn(page, clock)
    said, response = posted(cheffe, page, accept=accept, **DATES)
    assert response.status_code == (302 if accept == "text/html" else 200)
    assert page.get_latest_revision_as_object().expire_at is None


def test_what_was_withdrawn_can_be_published_again_and_stays(page, cheffe, clock):
    withdrawn(page, clock)
    posted(cheffe, page, "publish", **DATES)
    publish_due()
    assert is_live(page)


def test_so_it_stays_where_it_is_published_from_the_list(page, cheffe, clock):
    withdrawn(page, clock)
    address = f"/cms/bulk/wagtailcore/page/publish/?id={page.pk}&next=/cms/"
    cheffe.post(address, {"include_descendants": ""})
    publish_due()
    assert is_live(page)


def test_a_draft_whose_end_has_passed_is_saved_and_keeps_it(page, cheffe, clock):
    page = factories.interview("Le mât", slug="mat", live=False, owner=cheffe.user)
    page.expire_at = datetime(2027, 3, 2, 8, tzinfo=PARIS)
    page.save_revision()
    clock(days=3)
    for accept, status in (("text/html", 302), ("application/json", 200)):
        _, response = posted(cheffe, page, accept=accept, expire_at=BEGIN)
        assert response.status_code == status
    assert page.get_latest_revision_as_object().expire_at == page.expire_at


def test_but_nobody_publishes_it_for_no_time(page, cheffe, clock):
    page = factories.interview("Le mât", slug="mat", live=False, owner=cheffe.user)
    page.expire_at = datetime(2027, 3, 2, 8, tzinfo=PARIS)
    page.save_revision()
    clock(days=3)
    _, response = posted(cheffe, page, "publish", expire_at=BEGIN)
    assert response.context["form"].errors["expire_at"]
    assert not is_live(page)


def test_a_date_that_nobody_approved_in_time_is_said_and_promised_no_more(cheffe, clock):
    page = factories.interview("Le mât", slug="mat", live=False, owner=cheffe.user)
    page.go_live_at = datetime(2027, 3, 2, 8, tzinfo=PARIS)
    page.save_revision()
    clock(days=3)
    response = opened(cheffe, page)
    assert dates(response)[0] is None
    html = " ".join(response.content.decode().split())
    assert "est passée" in html
    assert "2 mars 2027" not in status(response)


def test_an_end_that_came_while_the_worker_was_away_still_holds(page, cheffe, clock):
    published(page, clock)
    posted(cheffe, page, "publish", go_live_at="2027-03-06 08:00", expire_at="2027-03-07 08:00")
    clock(days=2)
    publish_due()  # the end of the first version
    clock(days=9)
    publish_due()  # begin and end of the second
    assert not is_live(page)
    assert not Page.objects.get(pk=page.pk).live_revision
