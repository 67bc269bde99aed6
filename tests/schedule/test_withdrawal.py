"""What is over is withdrawn once, and a newer version that is due wins."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page

from editing.schedule import due as schedule
from editing.schedule import publication
from editing.schedule.problems import PublicationProblem
from editing.schedule.publication import publish_due
from tests import factories
from tests.steps.planned import HOUR, due, entries, is_live

pytestmark = pytest.mark.django_db


def test_what_is_over_is_withdrawn_once(site):
    page = factories.interview()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    publish_due()
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    assert entries(page, "wagtail.unpublish.scheduled") == 1


def test_a_withdrawal_keeps_the_date_of_a_version_to_come(site):
    page = factories.interview()
    page.go_live_at = timezone.now() + HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_live(page)
    assert schedule.scheduled().get().approved_go_live_at == page.go_live_at


def test_after_downtime_a_newer_version_wins_over_the_end_of_the_older(site):
    page = factories.interview()
    page.title, page.go_live_at = "Second version", timezone.now() - HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - 2 * HOUR)
    publish_due()
    assert is_live(page)
    assert Page.objects.get(pk=page.pk).title == "Second version"


def test_what_began_and_ended_during_downtime_is_never_shown(site):
    page = due(ago=2 * HOUR, expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_live(page)
    assert entries(page) == entries(page, "wagtail.unpublish.scheduled") == 1
    assert not schedule.late().exists()


def test_a_withdrawal_that_fails_is_reported_too(site, cheffe, monkeypatch):
    page = factories.interview()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)

    def refuse(page):
        raise ValidationError("Non.")

    monkeypatch.setattr(publication, "withdraw", refuse)
    publish_due()
    assert is_live(page)
    assert PublicationProblem.objects.get().reason == "Non."
    assert Email.objects.count() == 1


def test_an_alias_follows_its_source(site):
    page = due()
    alias = page.create_alias(update_slug="copie")
    publish_due()
    assert is_live(alias)
    Page.objects.filter(pk__in=[page.pk, alias.pk]).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_live(page)
    assert not is_live(alias)
