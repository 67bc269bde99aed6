"""What readers find follows what is published, at once or with the worker's next pass."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from articles.models import InterviewPage
from cyberworkers.store.generation import current
from editing.worker.jobs import run_every_pass
from home.models import LegalIdentity
from search.index.models import Document, Posting, Stale, Term, Word
from tests import factories
from tests.search.test_search import interviews, results

pytestmark = pytest.mark.django_db

WORD = "escarpolette"


def test_a_draft_is_found_when_it_is_published_and_not_after(visiteur):
    page = factories.interview(f"Une {WORD}", live=False)
    assert results(visiteur, WORD) == []
    page.save_revision().publish()
    assert results(visiteur, WORD) == [f"Une {WORD}"]
    page = InterviewPage.objects.get(pk=page.pk)
    page.title = "Une balançoire"
    revision = page.save_revision()
    assert results(visiteur, WORD) == [f"Une {WORD}"]
    revision.publish()
    assert results(visiteur, "balançoire") == ["Une balançoire"]
    page.unpublish()
    assert results(visiteur, "balançoire") == []


def test_what_is_deleted_leaves_nothing_in_the_index(visiteur):
    page = factories.interview(f"Une {WORD}")
    before = Posting.objects.count()
    page.delete()
    assert results(visiteur, WORD) == []
    assert not Document.objects.filter(root="wagtailcore.page", key=page.pk).exists()
    assert Posting.objects.count() < before


def test_a_change_without_a_save_shows_nothing_that_readers_may_not_see(visiteur):
    page = factories.interview(f"Une {WORD}")
    private = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert results(visiteur, WORD) == []
    private.delete()
    assert results(visiteur, WORD) == [f"Une {WORD}"]
    Page.objects.filter(pk=page.pk).update(live=False)
    assert results(visiteur, WORD) == []


def test_a_moved_page_is_found_at_its_new_address(visiteur):
    page = factories.interview(f"Une {WORD}")
    page.slug = "ailleurs"
    page.save()
    (found,) = visiteur.get("/recherche/", {"q": WORD}).context["results"]
    assert found.url == "/entretiens/ailleurs/"


def test_people_and_topics_are_found_as_long_as_readers_can_open_them(visiteur):
    factories.person("Zoé Lhermitte", "zoe-lhermitte", role="funambule")
    assert results(visiteur, "lhermitte") == []
    page = factories.interview()
    assert "Hélène Marchetti" in results(visiteur, "marchetti")
    assert "Fibre" in results(visiteur, "fibre")
    page.delete()
    assert results(visiteur, "marchetti") == []


def test_the_worker_enters_anew_the_pages_that_name_who_was_renamed(visiteur):
    page = factories.interview("Le village")
    person = page.interviewee_links.get().person
    person.name = "Hélène Casadesus"
    person.save()
    assert "Hélène Casadesus" in results(visiteur, "casadesus")
    run_every_pass()
    assert interviews(visiteur, "casadesus") == ["Le village"]
    assert interviews(visiteur, "marchetti", exact=1) == []
    assert [one.pk for one in InterviewPage.objects.search("casadesus")] == [page.pk]
    assert not Stale.objects.exists()


def test_the_worker_enters_anew_the_pages_that_say_who_publishes_the_site(visiteur):
    identity = LegalIdentity.load()
    identity.company = "Éditions Tarabiscot"
    identity.save()
    run_every_pass()
    assert "Mentions légales" in results(visiteur, "tarabiscot")


def test_update_index_makes_it_anew_and_so_does_the_worker_where_there_is_none(visiteur):
    factories.interview(f"Une {WORD}")
    tables = (Posting, Document, Term, Word)
    before = [table.objects.count() for table in tables]
    call_command("update_index", backend_name="readers", verbosity=0)
    assert [table.objects.count() for table in tables] <= before
    assert results(visiteur, WORD) == [f"Une {WORD}"]
    for table in tables:
        table.objects.all()._raw_delete(connection.alias)
    assert results(visiteur, WORD) == []
    while not results(visiteur, WORD):
        run_every_pass()


def test_writing_the_index_changes_nothing_for_readers(site):
    factories.interview()
    before = current()
    call_command("update_index", backend_name="readers", verbosity=0)
    assert current() == before
