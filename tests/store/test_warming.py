"""After a change the worker has ready what readers ask for most, before they ask."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from audience.models import PageViews
from editing.worker.warming import warm
from tests import factories
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db


@pytest.fixture
def interviews(site):
    """More than the newest: the last ones were published first."""
    pages = [factories.interview(f"Entretien {number}") for number in range(8)]
    for page in reversed(pages):
        page.save_revision().publish()
    return pages


def is_ready(address):
    process = Server()
    process.get(address)
    return process.asked == 0


@pytest.mark.parametrize("address", ["/", "/en/", "/entretiens/", "/entretiens/flux/"])
def test_front_pages_lists_and_feeds_are_ready(interviews, address):
    warm()
    assert is_ready(address)


def test_what_was_published_last_is_ready(interviews):
    warm()
    assert is_ready(interviews[0].url)
    assert not is_ready(interviews[7].url)


def test_what_is_read_most_is_ready(interviews):
    PageViews.objects.create(page=interviews[7], day=timezone.localdate(), views=3)
    warm()
    assert is_ready(interviews[7].url)


def test_all_is_made_ready_again_after_a_change(interviews):
    warm()
    Page.objects.filter(pk=interviews[7].pk).update(title="Autrement")
    assert not is_ready("/entretiens/")
    Page.objects.filter(pk=interviews[7].pk).update(title="Encore autrement")
    warm()
    assert is_ready("/entretiens/")


def test_nothing_is_made_ready_where_nothing_is_kept(interviews, settings):
    settings.PAGE_CACHE = 0
    warm()
    assert not is_ready("/")
