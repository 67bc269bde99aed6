"""What is due is published once and on its own; what cannot be is reported, and stays due."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.utils import timezone
from post_office.models import Email
from wagtail.models import DraftStateMixin, Page, PageLogEntry, Revision

from editing import checklist, publication, schedule
from editing.problems import PublicationProblem
from editing.publication import publish_due
from home import roles
from tests import factories
from tests.conftest import account
from tests.load import scheduling

HOUR = timedelta(hours=1)


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


@pytest.fixture
def taken(site):
    """A page that has the address of another one which is due."""
    factories.interview("Sibling", slug="pris")
    return due("Late", slug="pris")


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
        return "La tour hertzienne" in visiteur.get(address).content.decode()

    publish_due()
    assert visiteur.get("/entretiens/tour/").status_code == 404
    assert not any(map(shown, everywhere))
    later = timezone.now() + timedelta(minutes=2, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    publish_due()
    assert visiteur.get("/entretiens/tour/").status_code == 200
    assert all(map(shown, everywhere))


@pytest.mark.django_db
def test_one_that_cannot_be_published_does_not_block_the_others(taken, cheffe):
    other = due("Other", ago=timedelta(minutes=1))
    publish_due()
    assert is_live(other)
    assert not is_live(taken)


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_administrators_are_told_where_there_is_no_chief(taken):
    admin = account("admin", None)
    publish_due()
    assert Email.objects.get().to == [admin.email]


@pytest.mark.django_db
def test_a_missing_required_item_is_such_a_reason(site, cheffe, monkeypatch):
    page = due()
    monkeypatch.setattr(checklist, "blocking", lambda page: ["Il manque le chapô."])
    publish_due()
    assert not is_live(page)
    assert PublicationProblem.objects.get().reason == "Il manque le chapô."
    assert "Il manque le chapô." in Email.objects.get().message


@pytest.mark.django_db
def test_any_error_is_such_a_reason_and_leaves_nothing_half_done(site, cheffe, monkeypatch):
    page = due()
    monkeypatch.setattr(Page, "update_aliases", lambda *args, **kwargs: 1 / 0)
    publish_due()
    assert not is_live(page)
    assert entries(page) == 0
    assert "ZeroDivisionError" in PublicationProblem.objects.get().reason
    assert schedule.late().exists()


@pytest.mark.django_db
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


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_a_change_of_a_page_ends_the_pause(taken, django_capture_on_commit_callbacks):
    publish_due()
    with django_capture_on_commit_callbacks(execute=True):
        sibling = Page.objects.get(slug="pris")
        sibling.slug = "ailleurs"
        sibling.save()
    publish_due()
    assert is_live(taken)
    assert not PublicationProblem.objects.exists()


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_what_is_over_is_withdrawn_once(site):
    page = factories.interview()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    publish_due()
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    assert entries(page, "wagtail.unpublish.scheduled") == 1


@pytest.mark.django_db
def test_a_withdrawal_keeps_the_date_of_a_version_to_come(site):
    page = factories.interview()
    page.go_live_at = timezone.now() + HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_live(page)
    assert schedule.scheduled().get().approved_go_live_at == page.go_live_at


@pytest.mark.django_db
def test_after_downtime_a_newer_version_wins_over_the_end_of_the_older(site):
    page = factories.interview()
    page.title, page.go_live_at = "Second version", timezone.now() - HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - 2 * HOUR)
    publish_due()
    assert is_live(page)
    assert Page.objects.get(pk=page.pk).title == "Second version"


@pytest.mark.django_db
def test_what_began_and_ended_during_downtime_is_never_shown(site):
    page = due(ago=2 * HOUR, expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_live(page)
    assert entries(page) == entries(page, "wagtail.unpublish.scheduled") == 1
    assert not schedule.late().exists()


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_an_alias_follows_its_source(site):
    page = due()
    alias = page.create_alias(update_slug="copie")
    publish_due()
    assert is_live(alias)
    Page.objects.filter(pk__in=[page.pk, alias.pk]).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_live(page)
    assert not is_live(alias)


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
    assert scheduling.right(rows), rows


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_send_each_mail_once(db):
    rows = scheduling.prove_mail(60)
    assert scheduling.right(rows), rows


@pytest.mark.django_db
def test_a_mistyped_address_of_one_chief_hides_nothing_from_the_other(taken, cheffe):
    other = account("cheffe-bis", roles.CHIEF)
    get_user_model().objects.filter(pk=other.pk).update(email="pas une adresse")
    publish_due()
    assert PublicationProblem.objects.exists()
    assert [mail.to for mail in Email.objects.all()] == [[cheffe.user.email]]
