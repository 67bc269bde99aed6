"""Dates that are slips of the keyboard are refused at their field, with a sentence."""

import pytest
from wagtail.models import Page
from wagtail.users.models import UserProfile

from home.models import LegalIdentity
from tests.home import identity
from tests.steps.editing import draft, edit, form

pytestmark = pytest.mark.django_db
SENTENCE = "L’année doit être comprise entre 1900 et 2100."


@pytest.fixture
def cheffe_elsewhere(cheffe):
    """Where a day begins while it is still yesterday in most places."""
    UserProfile.objects.filter(user=cheffe.user).update(current_time_zone="Pacific/Auckland")
    return cheffe


@pytest.mark.parametrize("field", ["go_live_at", "expire_at", "date"])
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "0026-11-30", "2101-01-01"])
def test_a_year_that_nobody_means_is_refused(cheffe_elsewhere, field, day):
    page = draft()
    typed = day if field == "date" else f"{day} 23:30"
    answer = cheffe_elsewhere.post(edit(page), form(slug=page.slug, **{field: typed}))
    assert answer.status_code == 200
    assert answer.context["form"].errors[field] == [SENTENCE]
    assert Page.objects.get(pk=page.pk).latest_revision == page.latest_revision


def test_the_last_year_that_is_taken_breaks_nothing(cheffe_elsewhere):
    page = draft()
    dates = {"go_live_at": "2100-12-31 23:59", "date": "1900-01-01"}
    answer = cheffe_elsewhere.post(edit(page), form(slug=page.slug, **dates))
    assert answer.status_code == 302
    for other in (edit(page), f"/cms/pages/{page.pk}/history/", "/cms/", "/cms/calendar/"):
        assert cheffe_elsewhere.get(other).status_code == 200


def test_the_dates_of_settings_are_held_to_it_too(cheffe):
    identity.fill()
    answer = cheffe.post(identity.address(), identity.WHOLE | {"accessibility_date": "0026-11-02"})
    assert SENTENCE in answer.content.decode()
    assert LegalIdentity.load().accessibility_date.year == 2026
