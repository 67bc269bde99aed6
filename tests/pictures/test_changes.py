"""Images that change are made again by the worker, and failures do not stop it."""

import contextlib
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from editing.worker import prerendering
from editing.worker.prerendering import Prerendered, prerender
from home.images import SiteRendition
from tests import factories
from tests.steps.pictures import made_by, photo, work


@pytest.fixture
def page(site, django_capture_on_commit_callbacks):
    """Return a live page that the worker has seen, with Wagtail's index of references."""
    with django_capture_on_commit_callbacks(execute=True):
        page = factories.interview(hero_image=photo())
    work()
    return page


def test_a_new_focal_point_makes_the_cuts_again(page, visiteur):
    image = page.hero_image
    image.focal_point_x, image.focal_point_y = 470, 300
    image.focal_point_width = image.focal_point_height = 20
    image.save()
    before = SiteRendition.objects.count()
    work()
    assert SiteRendition.objects.count() > before
    assert made_by(visiteur, page.url, "/", "/entretiens/") == 0


def test_a_deleted_rendition_is_made_again(page, visiteur):
    page.hero_image.renditions.all().delete()
    work()
    assert made_by(visiteur, page.url, "/", "/entretiens/") == 0


def test_a_replaced_file_is_cut_anew(page, visiteur):
    image = page.hero_image
    new = photo("Autre", size=(1800, 900))
    image.file = new.file
    image.width, image.height = 1800, 900
    image.save()
    image.renditions.all().delete()
    work()
    assert image.renditions.get(filter_spec="format-avif|width-1440").height == 720
    assert made_by(visiteur, page.url, "/", "/entretiens/") == 0


def test_so_are_those_of_a_draft_of_a_live_page(page, visiteur):
    page.hero_image = photo("Au brouillon")
    page.save_revision()
    work()
    page.hero_image.renditions.all().delete()
    work()
    page.get_latest_revision().publish()
    assert made_by(visiteur, page.url, "/", "/entretiens/") == 0


def test_a_portrait_is_made_when_it_is_chosen(page, visiteur):
    person = factories.person()
    person.portrait = photo("Portrait")
    person.save()
    work()
    assert made_by(visiteur, "/entretiens/personne/helene-marchetti/") == 0
    assert person.portrait.renditions.filter(filter_spec__contains="fill").count() == 4


def test_a_deleted_image_leaves_nothing_to_do(page, caplog):
    page.hero_image.delete()
    work()
    assert not caplog.records


@pytest.mark.django_db
def test_a_failure_is_logged_and_tried_again_ever_later_and_not_for_ever(site, monkeypatch, caplog):
    page, other = factories.interview("Capricieux"), factories.interview("Docile")
    tries = []

    def fail(shown):
        tries.append(shown.pk)
        if shown.pk == page.pk:
            raise ValueError("capricious")

    monkeypatch.setattr(prerendering, "show", fail)
    work()
    assert len(tries) > tries.count(page.pk) == 1  # the others were looked at
    assert tries.count(other.pk) == 1
    assert "could not be shown" in caplog.text
    pauses = []
    while (row := Prerendered.objects.get(page=page)).next_look:
        pauses.append(row.next_look - timezone.now())
        work()  # too early
        Prerendered.objects.filter(page=page).update(next_look=timezone.now())
        work()
    assert tries.count(page.pk) == 5
    assert pauses == sorted(pauses)
    assert pauses[-1] > timedelta(hours=1)
    page.save_revision()  # another text, another chance
    work()
    assert tries.count(page.pk) == 6


@pytest.mark.django_db
def test_a_page_that_kills_the_worker_does_so_five_times_and_not_for_ever(site, monkeypatch):
    page = factories.interview("Mortel")
    deaths = []

    def die(shown):
        if shown.pk == page.pk:
            deaths.append(shown.pk)
            raise SystemExit

    monkeypatch.setattr(prerendering, "show", die)
    for _ in range(8):
        with contextlib.suppress(SystemExit):
            work()
        Prerendered.objects.exclude(next_look=None).update(next_look=timezone.now())
    assert len(deaths) == 5


@pytest.mark.django_db
def test_a_page_with_an_error_is_logged_and_the_worker_goes_on(site, monkeypatch, caplog):
    page = factories.interview(hero_image=photo())

    def broken(*args, **kwargs):
        raise ValueError("broken template")

    monkeypatch.setattr("articles.interview_page.load_pictures", broken)
    work()
    assert "broken template" in caplog.text
    assert f"Page {page.pk} could not be shown" in caplog.text


@pytest.mark.django_db
def test_a_pass_ends_after_some_seconds_and_says_that_more_waits(site, monkeypatch):
    pages = [factories.interview("Un").pk, factories.interview("Deux").pk]
    monkeypatch.setattr(prerendering, "A_PASS", -1)
    assert prerender() is True
    assert not Prerendered.objects.filter(page__in=pages).exists()
    monkeypatch.undo()
    work()
    assert prerender() is False


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_workers_one_looks_at_each_page(db):
    Prerendered.objects.all().delete()  # as if none had been seen
    for _ in range(3):
        factories.interview()
    looked = []
    keep = prerendering.show
    prerendering.show = lambda page: looked.append(page.pk)
    both = threading.Barrier(2)

    def one_worker():
        both.wait()
        prerender()
        connection.close()

    try:
        threads = [threading.Thread(target=one_worker) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        prerendering.show = keep
    assert len(looked) == len(set(looked)) == Prerendered.objects.count()


@pytest.mark.django_db
def test_a_page_that_a_crashed_worker_took_is_looked_at_later(site, monkeypatch):
    page = factories.interview(hero_image=photo())

    def crash(page):
        raise SystemExit

    monkeypatch.setattr(prerendering, "show", crash)
    with pytest.raises(SystemExit):
        prerender()
    monkeypatch.undo()
    work()
    taken = Prerendered.objects.exclude(next_look=None).get()
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    work()
    taken.refresh_from_db()
    assert taken.next_look is None
    assert page.hero_image.renditions.exists()
