"""What is due is published once and on its own, late rather than never."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page

from editing.schedule import due as schedule
from editing.schedule.publication import publish_due
from home.setup import roles
from tests import factories
from tests.conftest import account
from tests.load import scheduling
from tests.load.database import right
from tests.steps.finding import unmarked
from tests.steps.planned import HOUR, due, entries, is_live


@pytest.mark.django_db
def test_what_is_due_is_published_once_also_after_downtime(site):
    page = due(ago=timedelta(days=3))
    publish_due()
    publish_due()
    assert is_live(page)
    assert entries(page) == 1
    assert not schedule.late().exists()


@pytest.mark.django_db
def test_what_is_not_due_yet_or_not_approved_is_left_alone(site):
    later = due(ago=-HOUR)
    draft = factories.interview("Draft", live=False)
    draft.go_live_at = timezone.now() - HOUR
    draft.save_revision()
    publish_due()
    assert not is_live(later)
    assert not is_live(draft)


@pytest.mark.django_db
def test_an_interview_appears_everywhere_at_its_minute(cheffe, visiteur, monkeypatch):
    page = factories.interview("La tour hertzienne", slug="tour", live=False)
    page.save_revision()
    factories.interview("Older")
    page.go_live_at = timezone.now() + timedelta(minutes=2)
    page.save_revision().publish(user=cheffe.user)
    everywhere = ["/entretiens/", "/", "/entretiens/flux/", "/recherche/?q=hertzienne"]

    def shown(address):
        return "La tour hertzienne" in unmarked(visiteur.get(address).content.decode())

    publish_due()
    assert visiteur.get("/entretiens/tour/").status_code == 404
    assert not any(map(shown, everywhere))
    later = timezone.now() + timedelta(minutes=2, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    publish_due()
    assert visiteur.get("/entretiens/tour/").status_code == 200
    assert all(map(shown, everywhere))


def test_only_pages_have_a_draft_state():
    """The worker publishes pages: a snippet with drafts would need the same care."""
    others = [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    assert others == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_real_workers_publish_each_page_once_though_one_is_killed(db):
    account("cheffe", roles.CHIEF)
    workers = 1 if connection.vendor == "sqlite" else 2
    rows = scheduling.prove_publication(19, workers)
    assert right(rows), rows


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_send_each_mail_once(db):
    rows = scheduling.prove_mail(60)
    assert right(rows), rows
