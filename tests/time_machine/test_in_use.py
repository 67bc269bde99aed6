"""Taking back changes a draft only, and no text that something else makes or keeps."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.steps.editing import latest
from tests.steps.translating import charter
from tests.time_machine.test_taking_back import address, change, first, interview, raw, take

pytestmark = pytest.mark.django_db
__all__ = ["interview"]


def test_readers_see_nothing_of_it_before_it_is_published(cheffe, interview):
    identity = raw(interview)[1]["id"]
    change(interview, lambda blocks: blocks.pop(1))
    latest(interview).get_latest_revision().publish()
    interview.refresh_from_db()
    take(cheffe, interview, identity)
    assert len(raw(interview)) == 3
    assert "Deux ?" not in Client().get(interview.url).content.decode()
    interview.refresh_from_db()
    assert interview.has_unpublished_changes


def test_a_translated_page_is_changed_passage_by_passage_only(cheffe):
    page = charter(cheffe.user)
    before = first(page)
    draft = latest(page)
    draft.title = "Something else"
    draft.save_revision()
    screen = cheffe.get(address(page, before)).content.decode()
    assert "passage par passage" in screen
    whole = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, before.pk])
    assert whole not in screen
    count = page.revisions.count()
    assert "passage par passage" in take(cheffe, page, "title").content.decode()
    assert page.revisions.count() == count
