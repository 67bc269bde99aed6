"""Pages in every state of the calendar, and how a test reads and moves them."""

import re
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision, Workflow

from articles.models import InterviewPage
from tests import factories

CALENDAR = "/cms/calendar/"
HOUR = timedelta(hours=1)


def at(days, hour=9):
    """Return a whole hour of the day that is some days from today."""
    moment = timezone.localtime().replace(hour=hour, minute=0, second=0, microsecond=0)
    return moment + timedelta(days=days)


def draft(title="Un brouillon", owner=None, when=None, **fields):
    page = factories.interview(title, live=False, owner=owner, **fields)
    page.go_live_at = when
    page.save_revision(user=owner)
    return InterviewPage.objects.get(pk=page.pk)


def scheduled(title="Un entretien programmé", when=None, **fields):
    page = draft(title, when=when or at(3), **fields)
    page.get_latest_revision().publish()
    return page


def in_review(title="Un texte relu", owner=None, when=None, **fields):
    page = draft(title, owner=owner, when=when, **fields)
    Workflow.objects.get(active=True).start(page, owner)
    return page


def published(title="Un entretien publié", when=None, **fields):
    page = factories.interview(title, **fields)
    InterviewPage.objects.filter(pk=page.pk).update(first_published_at=when or at(0, 0))
    return page


def due(title="Le village a la fibre", ago=HOUR, **fields):
    """Return a draft that was approved for a date that has passed."""
    page = factories.interview(title, live=False)
    page.go_live_at = timezone.now() - ago
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(approved_go_live_at=page.go_live_at, clean=False)
    return page


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def entries(page, action="wagtail.publish.scheduled"):
    return PageLogEntry.objects.filter(page=page.pk, action=action).count()


def make_late(page, when):
    Revision.objects.filter(object_id=str(page.pk)).update(approved_go_live_at=when)


def seen(client, day=None, view="day", **query):
    """Return the text of the calendar, without markup."""
    day = day or timezone.localdate()
    answer = client.get(CALENDAR, {"view": view, "date": str(day), **query})
    assert answer.status_code == 200
    text = answer.content.decode().split('<div class="calendar-panes">')[1]
    return " ".join(re.sub(r"<[^>]*>", " ", text.split('id="calendar-feed"')[0]).split())


def local(moment):
    return timezone.localtime(moment)


def move(client, page, **data):
    return client.post(
        f"{CALENDAR}{page.pk}/move/",
        data,
        headers={"accept": "application/json", "x-requested-with": "XMLHttpRequest"},
    )


def planned_for(page):
    page = Page.objects.get(pk=page.pk)
    return page.scheduled_revision and page.scheduled_revision.approved_go_live_at


def wished(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object().go_live_at
