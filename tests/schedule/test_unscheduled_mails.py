"""Whoever worked on a text learns that it will not be published at its date after all."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.users.models import UserProfile

from editing.schedule.publication import publish_due
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps import reviewing
from tests.steps.binning import binned, delete, restore
from tests.steps.mailbox import CHIEF, REVIEWER, WRITER, forget, mailed

pytestmark = pytest.mark.django_db

DATE = "2099-03-03 08:00"


@pytest.fixture
def adjointe(site):
    return signed_in(account("adjointe", roles.CHIEF))


@pytest.fixture
def page(redactrice, relecteur, cheffe):
    """A text that was reviewed, approved and scheduled."""
    page = reviewing.standard_page(redactrice.user, title="L’escalier & la fibre")
    reviewing.submit(redactrice, page, go_live_at=DATE)
    reviewing.act(relecteur, page, "approve")
    reviewing.act(cheffe, page, "approve")
    forget()
    return Page.objects.get(pk=page.pk).specific


@pytest.fixture
def next_version(page, cheffe):
    """The published text has a new version, which ``cheffe`` scheduled."""
    unschedule(cheffe, page)
    reviewing.publish(cheffe, page, go_live_at="")
    reviewing.publish(cheffe, page, body="<p>La suite.</p>", go_live_at=DATE)
    forget()
    return Page.objects.get(pk=page.pk).specific


def unschedule(client, page):
    revision = Page.objects.get(pk=page.pk).scheduled_revision or page.latest_revision
    return client.post(
        reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
    )


def in_bulk(client, action, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    client.post(f"{address}?id={page.pk}&next=/cms/", {"include_descendants": ""})


def test_a_cancellation_is_mailed_to_who_wrote_approved_and_scheduled(page, adjointe):
    unschedule(adjointe, page)
    mails = mailed()
    assert set(mails) == {WRITER, REVIEWER, CHIEF}
    assert "L’escalier & la fibre" in mails[WRITER].subject
    assert "mardi 3 mars 2099" in mails[WRITER].subject
    assert "adjointe" in mails[WRITER].message
    assert reviewing.edit_url(page) in mails[WRITER].message


def test_who_cancels_is_not_told(page, cheffe):
    unschedule(cheffe, page)
    assert set(mailed()) == {WRITER, REVIEWER}


def test_the_mail_is_in_the_language_of_its_reader(page, cheffe, redactrice):
    UserProfile.objects.filter(user=redactrice.user).update(preferred_language="en")
    unschedule(cheffe, page)
    mails = mailed()
    assert "Tuesday 3 March 2099" in mails[WRITER].subject
    assert "cheffe" in mails[WRITER].message
    assert "mardi 3 mars 2099" in mails[REVIEWER].subject


def test_who_wants_no_mail_of_that_kind_gets_none(page, cheffe):
    UserProfile.objects.update(approved_notifications=False)
    unschedule(cheffe, page)
    assert mailed() == {}


def test_a_second_click_mails_nobody(page, cheffe):
    unschedule(cheffe, page)
    forget()
    unschedule(cheffe, page)
    assert mailed() == {}


def test_a_new_date_of_the_same_version_cancels_nothing(page, cheffe):
    address = f"/cms/calendar/{page.pk}/move/"
    cheffe.post(address, {"date": "2099-04-04", "time": "08:00"})
    assert not any("ne sera pas" in mail.subject for mail in mailed().values())


def test_a_schedule_without_review_concerns_its_author_and_who_scheduled(
    redactrice, relecteur, cheffe, adjointe
):
    page = reviewing.standard_page(redactrice.user)
    reviewing.publish(cheffe, page, go_live_at=DATE)
    forget()
    unschedule(adjointe, page)
    assert set(mailed()) == {WRITER, CHIEF}


def test_a_version_that_is_published_instead_is_one_mail_each(page, adjointe):
    latest = page.get_latest_revision_as_object()
    latest.body, latest.go_live_at = "<p>Tout de suite.</p>", None
    latest.save_revision(user=adjointe.user).publish(user=adjointe.user)
    mails = mailed()
    assert set(mails) == {
        WRITER,
        REVIEWER,
        CHIEF,
    }
    assert Page.objects.get(pk=page.pk).full_url in mails[WRITER].message
    assert "autre version" in mails[REVIEWER].message


def test_what_was_planned_and_is_published_at_once_cancels_nothing(page, adjointe):
    scheduled = Page.objects.get(pk=page.pk).scheduled_revision
    scheduled.content["go_live_at"] = None
    scheduled.save()
    in_bulk(adjointe, "publish", page)
    assert Page.objects.get(pk=page.pk).live
    assert set(mailed()) == {WRITER}


def test_publication_at_its_minute_cancels_nothing(page):
    past = timezone.now()
    revision = Page.objects.get(pk=page.pk).scheduled_revision
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()
    publish_due()
    assert Page.objects.get(pk=page.pk).live
    assert set(mailed()) == {WRITER}


def test_a_new_version_that_is_cancelled_concerns_who_made_it(next_version, adjointe):
    unschedule(adjointe, next_version)
    assert set(mailed()) == {CHIEF}


def test_unpublishing_cancels_the_version_to_come(next_version, adjointe):
    # By code: in the CMS the schedule locks the page.
    action = UnpublishPageAction(next_version, user=adjointe.user)
    action.execute(skip_permission_checks=True)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    mails = mailed()
    assert set(mails) == {CHIEF}
    assert "adjointe" in mails[CHIEF].message


def test_the_end_of_publication_keeps_the_version_to_come(next_version):
    past = timezone.now()
    Page.objects.filter(pk=next_version.pk).update(expire_at=past)
    publish_due()
    assert not Page.objects.get(pk=next_version.pk).live
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert mailed() == {}


def test_deleting_a_scheduled_page_is_mailed_with_the_way_to_the_bin(page, cheffe):
    delete(cheffe, page)
    mails = mailed()
    assert set(mails) == {WRITER, REVIEWER}
    assert "cheffe" in mails[WRITER].message
    assert "/cms/bin/" in mails[WRITER].message
    assert reviewing.edit_url(page) not in mails[WRITER].message


def test_a_page_that_came_back_has_no_schedule_to_lose(page, cheffe):
    delete(cheffe, page)
    restore(cheffe, binned(page))
    forget()
    delete(cheffe, Page.objects.get(pk=page.pk))
    assert mailed() == {}


def test_a_schedule_that_ends_by_no_persons_hand_is_told_without_a_name(page):
    revision = Page.objects.get(pk=page.pk).scheduled_revision
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    mails = mailed()
    assert set(mails) == {WRITER, REVIEWER, CHIEF}
    assert "None" not in mails[WRITER].message
    assert PageLogEntry.objects.filter(action="wagtail.schedule.cancel").count() == 1
