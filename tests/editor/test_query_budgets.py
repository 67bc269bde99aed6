"""What writing takes of the database: as much for a long interview as for a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests import factories

pytestmark = pytest.mark.django_db


def long_interview(exchanges=40):
    speaker = factories.person("Solange Prévert", "solange-prevert")
    answers = [factories.ANSWER, factories.ANSWER]
    page = factories.interview(
        body=[
            factories.exchange(f"Question {number} ?", answers, speaker.pk)
            for number in range(exchanges)
        ],
        hero_image=factories.image(),
        hero_alt="Un pylône",
    )
    page.save_revision().publish()
    return page


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def taken(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_saving_takes_at_most_22_queries(site):
    page = fresh(long_interview())
    assert taken(page.save_revision) <= 22


def test_publishing_takes_at_most_81_queries(site, django_capture_on_commit_callbacks):
    """Six of them write the index of what readers find, in the same transaction."""
    page = fresh(long_interview())
    with django_capture_on_commit_callbacks(execute=True):
        assert taken(lambda: page.save_revision().publish()) <= 81


def test_saving_and_publishing_take_no_more_for_forty_exchanges_than_for_two(site):
    def work(page):
        return taken(lambda: fresh(page).save_revision().publish())

    assert work(long_interview(40)) == work(long_interview(2))
