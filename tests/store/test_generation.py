"""What readers see has a name, which changes with every change of it, and with nothing else."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Comment, Page, PageViewRestriction, Site

from articles.models import Interviewee, Person
from audience.counting import add_one
from audience.models import PageViews
from contact.models import QuoteRequest, ReplyTemplate
from cyberworkers.store import generation
from cyberworkers.store.models import Change
from home.models import SiteImage
from tests import factories
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(site):
    page = factories.interview("Une fibre partout")
    page.save_revision().publish()
    factories.image("Une fibre")
    factories.document()
    return type(page).objects.get(pk=page.pk)


def raw(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def draft(page):
    page.title = "Un brouillon"
    page.save_revision()


def schedule(page):
    """Plan a new version of what is live."""
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()


def comment(page):
    user = get_user_model().objects.create_user("une-relectrice")
    Comment.objects.create(page=page, user=user, contentpath="title", text="Ah ?")


CHANGES = {
    "a publication": lambda page: page.save_revision().publish(),
    "an unpublication": lambda page: page.unpublish(),
    "a move": lambda page: page.move(page.get_parent().get_parent(), "last-child"),
    "a deletion": lambda page: Page.objects.get(pk=page.pk).delete(),
    "a bulk update": lambda page: Page.objects.filter(pk=page.pk).update(title="Autrement"),
    "a bulk insertion": lambda page: Person.objects.bulk_create(
        [Person(name="Zoé", slug="zoe", locale=page.locale)]
    ),
    "raw SQL": lambda page: raw("UPDATE articles_interviewpage SET standfirst = 'Neuf'"),
    "a restriction": lambda page: PageViewRestriction.objects.create(page=page),
    "a menu": lambda page: raw("DELETE FROM home_navigation"),
    "a host": lambda page: Site.objects.update(hostname="ailleurs.example"),
    "a focal point": lambda page: SiteImage.objects.update(focal_point_x=3),
    # It may be one that comes back under the number by which a text names it.
    "a new image": lambda page: factories.image("Nulle part encore"),
}
NO_CHANGES = {
    "a draft of what is live": draft,
    "a new draft": lambda page: factories.interview("Pas encore", live=False),
    "a lock": lambda page: Page.objects.filter(pk=page.pk).update(locked=True),
    "a schedule": schedule,
    "a comment": comment,
    "the same value again": lambda page: Page.objects.filter(pk=page.pk).update(title=page.title),
    "a template of an answer": lambda page: ReplyTemplate.objects.create(name="Oui", text="Oui."),
    "a view": lambda page: add_one(PageViews, "views", page=page),
    "a new rendition": lambda page: SiteImage.objects.get().get_rendition("width-100"),
    "the size of a document": lambda page: Document.objects.update(file_size=7),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changes_with(change, interview):
    before = generation.current()
    change(interview)
    assert before
    assert generation.current() != before


@pytest.mark.parametrize("change", NO_CHANGES.values(), ids=NO_CHANGES)
def test_stays_with(change, interview):
    before = generation.current()
    change(interview)
    assert generation.current() == before


def test_stays_when_somebody_signs_in(interview, redactrice):
    before = generation.current()
    redactrice.get("/cms/")
    assert generation.current() == before


def test_stays_when_a_quote_is_asked_for(visiteur, interview):
    before = generation.current()
    post(visiteur)
    assert QuoteRequest.objects.exists()
    assert generation.current() == before


@pytest.mark.django_db(transaction=True)
def test_changes_with_a_part_that_is_written_while_its_page_comes_online(site):
    """Who comes second waits, so that one of the two sees what the other one did."""
    if connection.vendor != "postgresql":
        pytest.skip("On SQLite one at a time writes.")
    page = factories.interview(live=False)
    written, published = Event(), Event()

    def publish():
        written.wait()
        Page.objects.filter(pk=page.pk).update(live=True)
        published.set()
        connection.close()

    publisher = Thread(target=publish)
    publisher.start()
    with transaction.atomic():
        Interviewee.objects.create(page=page, person=factories.person(), locale=page.locale)
        written.set()
        before_the_end = published.wait(1) and generation.current()
        inside = generation.current()
    publisher.join()
    assert not before_the_end
    assert generation.current() != inside


def test_is_never_the_same_twice(interview):
    seen = {generation.current()}
    for title in ("Un", "Deux"):
        with transaction.atomic():
            Page.objects.filter(pk=interview.pk).update(title=title)
            seen.add(generation.current())
            transaction.set_rollback(True)
    assert len(seen) == 3


def test_one_row_is_made_of_many(interview):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one row at any time.")
    Change.objects.bulk_create(Change(transaction=-n, token=n) for n in range(generation.MANY))
    before = generation.current()
    generation.tidy()
    assert Change.objects.count() == 1
    assert generation.current() != before
