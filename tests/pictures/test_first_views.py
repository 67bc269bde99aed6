"""The worker makes the images of a page before a reader asks for it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import InterviewPage, Person
from editing.schedule.publication import publish_due
from editing.worker.prerendering import Prerendered
from home.images import SiteRendition
from home.models import HomePage
from tests import factories
from tests.steps.pictures import figure, made_by, photo, pictures, work

pytestmark = pytest.mark.django_db

PLACES = (
    "/",
    "/entretiens/",
    "/entretiens/sujet/fibre/",
    "/entretiens/personne/helene-marchetti/",
    "/entretiens/flux/",
    "/recherche/?q=village",
)


def draft(**fields):
    """Return a draft with a main image and a figure, by a person with a portrait."""
    Person.objects.filter(pk=factories.person().pk).update(portrait=photo("Portrait"))
    page = factories.interview(
        live=False, hero_image=photo(), body=[factories.exchange(), figure(photo())], **fields
    )
    page.save_revision()
    return page


def compose_home():
    home = HomePage.objects.get(locale__language_code="fr")
    raw = [
        {"type": "lead", "value": {"interview": None}},
        {"type": "latest", "value": {"title": "Derniers entretiens", "count": 6}},
    ]
    home.body = HomePage._meta.get_field("body").stream_block.to_python(raw)
    home.save_revision().publish()


def test_the_first_views_of_a_published_page_make_no_image(visiteur):
    compose_home()
    page = draft()
    page.get_latest_revision().publish()
    other = factories.interview("Un autre village", hero_image=photo(), slug="autre")
    work()
    assert SiteRendition.objects.count()
    assert made_by(visiteur, *PLACES, page.url, other.url) == 0
    assert len(pictures(visiteur, page.url)) == 3  # main image, figure, the other interview
    assert len(pictures(visiteur, "/")) == 2


def test_nor_do_those_of_a_draft_that_the_worker_saw_before_it_was_published(visiteur):
    page = draft()
    work()
    page.get_latest_revision().publish()
    assert made_by(visiteur, *PLACES, page.url) == 0


def test_nor_those_of_a_scheduled_page_whose_draft_went_on(visiteur):
    page = draft()
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    page.hero_image, page.go_live_at = photo("Une autre"), None
    page.save_revision()
    work()
    publish_due()
    assert InterviewPage.objects.live().get(pk=page.pk).hero_image.title == "Le pylône"
    assert made_by(visiteur, *PLACES, page.url) == 0


def test_nor_those_of_a_page_whose_last_revision_was_overwritten_by_an_autosave(visiteur):
    page = draft()
    work()
    page.hero_image = photo("Choisie plus tard")
    page.save_revision(overwrite_revision=page.get_latest_revision())
    work()
    page.get_latest_revision().publish()
    assert made_by(visiteur, *PLACES, page.url) == 0


def test_nor_those_in_the_other_language(visiteur):
    page = factories.interview("The mast", language="en", hero_image=photo(), slug="mast")
    work()
    assert made_by(visiteur, "/en/", "/en/interviews/", "/en/interviews/feed/", page.url) == 0


def test_one_pass_of_the_worker_looks_at_pages():
    page = draft()
    call_command("run_worker", "--once")
    assert page.hero_image.renditions.exists()


def test_what_was_seen_is_not_looked_at_again(monkeypatch):
    page = draft()
    work()
    looked = []
    monkeypatch.setattr("editing.worker.prerendering.show", looked.append)
    work()
    assert looked == []
    page.save_revision()
    work()
    assert looked == [page]


def test_every_page_of_a_new_site_can_be_shown(site, caplog):
    Prerendered.objects.all().delete()  # as if none had been seen
    work()
    assert not caplog.records
    assert not Prerendered.objects.exclude(next_look=None).exists()


def test_a_draft_with_a_private_interview_to_read_next_shows_it_to_nobody(visiteur):
    hidden = factories.interview("Secret", hero_image=photo("Secret"), slug="secret", live=False)
    related = {"type": "related", "value": {"interviews": [factories.item(hidden.pk)]}}
    page = factories.interview("Public", body=[factories.exchange(), related], slug="public")
    work()
    assert "Secret" not in visiteur.get(page.url).content.decode()
