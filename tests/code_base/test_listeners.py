"""What listens to the database hears what concerns it, and costs nothing where nothing follows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import signals
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from cyberworkers.pages import own_page_types
from editing.models import PublicationProblem
from editing.schedule.publication import publish_due
from tests import factories
from tests.code_base.test_structure import LAYERS
from tests.steps.editing import draft, edit, form
from tests.steps.planned import due

pytestmark = pytest.mark.django_db


def queries(act, callbacks):
    """Return the SQL of ``act`` and of what follows its transaction."""
    with CaptureQueriesContext(connection) as captured, callbacks(execute=True):
        act()
    return [query["sql"] for query in captured]


class Stranger:
    """Stands for a model of which the site knows nothing."""


@pytest.mark.parametrize(
    "signal",
    [
        signals.pre_save,
        signals.post_save,
        signals.pre_delete,
        signals.post_delete,
        signals.m2m_changed,
    ],
)
def test_nothing_of_the_site_listens_to_every_model(signal):
    hearing, _asynchronous = signal._live_receivers(sender=Stranger)
    assert not {one.__module__ for one in hearing if one.__module__.split(".")[0] in LAYERS}


def test_saving_a_page_updates_nothing_that_is_not_there(
    cheffe, django_capture_on_commit_callbacks
):
    page = draft()
    sent = queries(lambda: cheffe.post(edit(page), form()), django_capture_on_commit_callbacks)
    assert [sql for sql in sent if "editing_publicationproblem" in sql]
    assert not [sql for sql in sent if sql.startswith('UPDATE "editing_')]


@pytest.fixture
def problem(site):
    due(standfirst="")
    publish_due()
    problem = PublicationProblem.objects.get()
    assert problem.next_try > timezone.now()
    return problem


def is_over(problem):
    problem.refresh_from_db()
    return problem.next_try <= timezone.now()


@pytest.mark.parametrize("kind", [Page, *own_page_types()])
def test_saving_a_page_of_any_type_ends_the_pause_before_another_try(
    problem, kind, django_capture_on_commit_callbacks
):
    page = kind.objects.filter(depth__gt=1).first()
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    assert is_over(problem)


def test_deleting_a_page_ends_it_too(problem, django_capture_on_commit_callbacks):
    other = factories.interview("Un autre")
    PublicationProblem.objects.update(next_try=timezone.now() + timedelta(minutes=5))
    with django_capture_on_commit_callbacks(execute=True):
        other.delete()
    assert is_over(problem)
