"""A page's date is moved under the rules of the editor, and nothing else changes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from editing.schedule import due as schedule
from editing.schedule import moving
from editing.schedule.moving import Refused, reschedule
from editing.schedule.publication import publish_due
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def when():
    return timezone.now().replace(microsecond=0) + timedelta(days=3)


@pytest.fixture
def draft(site):
    page = factories.interview(live=False)
    page.save_revision()
    return page


@pytest.fixture
def planned(draft, cheffe):
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision().publish(user=cheffe.user)
    return draft


def actions(page):
    return list(
        PageLogEntry.objects.filter(page=page.pk).order_by("pk").values_list("action", flat=True)
    )


def test_a_draft_gets_its_date_in_a_new_revision(draft, relecteur, when):
    before = draft.latest_revision
    revision = reschedule(draft, when, relecteur.user)
    page = Page.objects.get(pk=draft.pk).specific
    assert revision == page.latest_revision != before
    assert page.get_latest_revision_as_object().go_live_at == when
    assert page.go_live_at == when
    assert not schedule.scheduled().exists()
    assert actions(draft)[-1] == "wagtail.edit"
    assert PageLogEntry.objects.latest("pk").user == relecteur.user


def test_a_writer_dates_her_own_draft_and_nobody_elses(draft, redactrice, when):
    with pytest.raises(PermissionDenied):
        reschedule(draft, when, redactrice.user)
    Page.objects.filter(pk=draft.pk).update(owner=redactrice.user)
    reschedule(draft, when, redactrice.user)


def test_a_scheduled_page_keeps_its_approved_text_and_goes_live_at_the_new_date(
    planned, cheffe, when, monkeypatch
):
    before = schedule.scheduled().get()
    assert reschedule(planned, when, cheffe.user) == before
    moved = schedule.scheduled().get()
    assert (moved.pk, moved.approved_go_live_at) == (before.pk, when)
    assert moved.as_object().go_live_at == when
    assert actions(planned)[-1] == "wagtail.publish.schedule"
    publish_due()
    assert not Page.objects.get(pk=planned.pk).live
    monkeypatch.setattr(timezone, "now", lambda: when + timedelta(seconds=1))
    publish_due()
    assert Page.objects.get(pk=planned.pk).live


def test_the_history_shows_the_move(planned, cheffe, when):
    reschedule(planned, when, cheffe.user)
    history = cheffe.get(f"/cms/pages/{planned.pk}/history/")
    assert history.status_code == 200
    assert history.content.decode().count("programmé pour publication") >= 2


def test_who_may_not_publish_does_not_move_what_is_scheduled(planned, relecteur, when):
    with pytest.raises(PermissionDenied):
        reschedule(planned, when, relecteur.user)


@pytest.mark.parametrize("role", ["commercial", "redactrice"])
def test_who_may_not_edit_moves_nothing(draft, when, role, request):
    with pytest.raises(PermissionDenied):
        reschedule(draft, when, request.getfixturevalue(role).user)


def test_the_past_is_refused(draft, cheffe):
    with pytest.raises(Refused):
        reschedule(draft, timezone.now() - timedelta(minutes=1), cheffe.user)


def test_a_published_page_is_refused_but_not_its_scheduled_version(site, cheffe, when):
    page = factories.interview()
    page.save_revision().publish()
    page = Page.objects.get(pk=page.pk).specific
    with pytest.raises(Refused):
        reschedule(page, when, cheffe.user)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish(user=cheffe.user)
    reschedule(page, when, cheffe.user)
    assert schedule.scheduled().get().approved_go_live_at == when
    assert Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("kind", ["draft", "planned"])
def test_another_persons_lock_is_respected_and_ones_own_is_no_obstacle(
    kind, request, cheffe, relecteur, when
):
    page = request.getfixturevalue(kind)
    lock = Page.objects.filter(pk=page.pk)
    lock.update(locked=True, locked_by=relecteur.user, locked_at=timezone.now())
    with pytest.raises(Refused) as refused:
        reschedule(page, when, cheffe.user)
    assert "<" not in str(refused.value)
    lock.update(locked_by=cheffe.user)
    reschedule(page, when, cheffe.user)


def test_a_page_in_review_is_moved_by_its_reviewers_only(draft, redactrice, relecteur, when):
    Page.objects.filter(pk=draft.pk).update(owner=redactrice.user)
    page = Page.objects.get(pk=draft.pk).specific
    page.get_workflow().start(page, redactrice.user)
    with pytest.raises(Refused):
        reschedule(page, when, redactrice.user)
    reschedule(page, when, relecteur.user)


def test_required_items_stop_a_schedule_and_never_a_draft(draft, cheffe, when, monkeypatch):
    monkeypatch.setattr(moving, "blocking", lambda page: ["Il manque le chapô."])
    reschedule(draft, when, cheffe.user)
    draft = Page.objects.get(pk=draft.pk).specific
    draft.latest_revision.publish(user=cheffe.user)
    with pytest.raises(Refused, match="Il manque le chapô."):
        reschedule(draft, when + timedelta(days=1), cheffe.user)


def test_a_taken_address_stops_it_too(planned, cheffe, when):
    Page.objects.filter(pk=factories.interview().pk).update(slug=planned.slug)
    with pytest.raises(Refused, match=planned.slug):
        reschedule(planned, when, cheffe.user)


def test_a_date_after_the_end_is_refused(draft, cheffe, when):
    draft.expire_at = when - timedelta(hours=1)
    draft.save_revision()
    with pytest.raises(Refused):
        reschedule(draft, when, cheffe.user)


def test_an_alias_follows_its_source(site, cheffe, when):
    alias = factories.interview(live=False).create_alias(update_slug="copie")
    with pytest.raises(Refused):
        reschedule(alias, when, cheffe.user)
