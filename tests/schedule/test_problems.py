"""What is due and cannot be published stays due, is reported once and is tried again."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page, Revision

from editing.checklist import findings
from editing.schedule import due as schedule
from editing.schedule import publication
from editing.schedule.problems import PublicationProblem
from editing.schedule.publication import publish_due
from home.setup import roles
from tests import factories
from tests.conftest import account
from tests.steps.editing import set_levels
from tests.steps.planned import HOUR, due, entries, is_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(site):
    """A page that has the address of another one which is due."""
    factories.interview("Sibling", slug="pris")
    return due("Late", slug="pris")


def test_one_that_cannot_be_published_does_not_block_the_others(taken, cheffe):
    other = due("Other", ago=timedelta(minutes=1))
    publish_due()
    assert is_live(other)
    assert not is_live(taken)


def test_it_stays_due_and_is_reported_once_to_the_chief_with_the_reason_and_a_link(
    taken, cheffe, redactrice
):
    before = Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at
    for _ in range(3):
        publish_due()
        PublicationProblem.objects.update(next_try=timezone.now())
    assert schedule.late().get().approved_go_live_at == before
    problem = PublicationProblem.objects.get()
    assert (problem.tries, problem.due) == (3, before)
    assert "pris" in problem.reason
    mail = Email.objects.get()
    assert mail.to == [cheffe.user.email]
    assert f"/cms/pages/{taken.pk}/edit/" in mail.message
    assert "pris" in mail.message


def test_administrators_are_told_where_there_is_no_chief(taken):
    admin = account("admin", None)
    publish_due()
    assert Email.objects.get().to == [admin.email]


def test_a_missing_required_item_is_such_a_reason(site, cheffe, monkeypatch):
    page = due()
    monkeypatch.setattr(findings, "blocking", lambda page: ["Il manque le chapô."])
    publish_due()
    assert not is_live(page)
    assert PublicationProblem.objects.get().reason == "Il manque le chapô."
    assert "Il manque le chapô." in Email.objects.get().message


def test_any_error_is_such_a_reason_and_leaves_nothing_half_done(site, cheffe, monkeypatch):
    page = due()
    monkeypatch.setattr(Page, "update_aliases", lambda *args, **kwargs: 1 / 0)
    publish_due()
    assert not is_live(page)
    assert entries(page) == 0
    assert "ZeroDivisionError" in PublicationProblem.objects.get().reason
    assert schedule.late().exists()


def test_an_error_of_the_database_says_nothing_of_the_page(site, cheffe, monkeypatch):
    page, other = due(ago=2 * HOUR), due("Other")

    def sometimes(revision, publish=publication.publish):
        if revision.object_id == str(page.pk):
            raise OperationalError("deadlock")
        publish(revision)

    monkeypatch.setattr(publication, "publish", sometimes)
    publish_due()
    assert is_live(other)
    assert schedule.late().exists()
    assert not PublicationProblem.objects.exists()
    assert not Email.objects.exists()


def test_the_pauses_between_tries_grow(taken, monkeypatch):
    publish_due()
    publish_due()
    problem = PublicationProblem.objects.get()
    assert problem.tries == 1
    pauses = []
    for _ in range(12):
        now = problem.next_try
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        publish_due()
        problem.refresh_from_db()
        pauses.append(problem.next_try - now)
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[-1] <= timedelta(minutes=10)


def test_a_change_of_a_page_ends_the_pause(taken, django_capture_on_commit_callbacks):
    publish_due()
    with django_capture_on_commit_callbacks(execute=True):
        sibling = Page.objects.get(slug="pris")
        sibling.slug = "ailleurs"
        sibling.save()
    publish_due()
    assert is_live(taken)
    assert not PublicationProblem.objects.exists()


def test_a_change_of_the_checklist_ends_the_pause(site, django_capture_on_commit_callbacks):
    page = due(standfirst="")
    publish_due()
    assert PublicationProblem.objects.get().next_try > timezone.now()
    with django_capture_on_commit_callbacks(execute=True):
        set_levels(standfirst="recommended")
    publish_due()
    assert is_live(page)


def test_a_cancelled_schedule_ends_the_problem(taken, cheffe):
    publish_due()
    revision = schedule.late().get()
    address = f"/cms/pages/{taken.pk}/revisions/{revision.pk}/unschedule/"
    answer = cheffe.post(address, follow=True)
    assert "déprogrammé" in answer.content.decode()
    publish_due()
    assert not PublicationProblem.objects.exists()
    assert not schedule.scheduled().exists()
    assert entries(taken, "wagtail.schedule.cancel") == 1


def test_a_mistyped_address_of_one_chief_hides_nothing_from_the_other(taken, cheffe):
    other = account("cheffe-bis", roles.CHIEF)
    get_user_model().objects.filter(pk=other.pk).update(email="pas une adresse")
    publish_due()
    assert PublicationProblem.objects.exists()
    assert [mail.to for mail in Email.objects.all()] == [[cheffe.user.email]]
