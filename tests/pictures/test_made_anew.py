"""Pictures that were made before the site left out what they tell are made again, once."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from editing.worker import wanted
from editing.worker.wanted import WantedRendition
from home.images import SiteImage, SiteRendition
from tests import factories
from tests.pictures.marked import SECRET, marked, marked_photo
from tests.steps.pictures import make_all, photo, pictures, work
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db


def upgrade():
    """Do what the migration does with a database in which pictures were made."""
    migration = import_module("home.migrations.0006_pictures_without_metadata")
    migration.want_anew(apps, None)


@pytest.fixture
def page(site):
    """Return a page whose renditions tell where they were taken."""
    page = factories.interview(hero_image=marked_photo())
    work()
    for rendition in SiteRendition.objects.all():
        name = default_storage.save(rendition.file.name, ContentFile(marked()))
        SiteRendition.objects.filter(pk=rendition.pk).update(file=name)
        rendition.purge_from_cache()
    return page


def files():
    return set(SiteRendition.objects.values_list("file", flat=True))


def secrets():
    return [one for one in SiteRendition.objects.all() if SECRET in one.file.read()]


def test_what_exists_is_made_again_under_another_name_and_the_old_file_goes(page):
    before = files()
    assert secrets()
    upgrade()
    assert files() == before  # what readers see stays until there is another
    make_all()
    assert not secrets()
    assert len(files()) == len(before)
    assert not files() & before
    assert not [name for name in before if default_storage.exists(name)]
    assert not WantedRendition.objects.exists()


def test_readers_are_shown_the_new_files_and_never_none(page, visiteur):
    server = Server()
    old = server.get(page.url)["body"]
    upgrade()
    assert server.get(page.url)["body"] == old
    make_all()
    new = server.get(page.url)["body"].decode()
    assert new != old.decode()
    assert "/awaited." not in new
    assert not [one for one in files() if f"/media/{one}" in old.decode()]
    assert pictures(visiteur, page.url)


def test_a_second_upgrade_and_a_new_site_want_nothing_that_is_there(page):
    upgrade()
    upgrade()
    rows = WantedRendition.objects.count()
    assert rows == SiteRendition.objects.count()
    make_all()
    SiteRendition.objects.all().delete()
    upgrade()
    assert not WantedRendition.objects.exists()


def test_new_pictures_come_first(page, visiteur):
    upgrade()
    factories.interview("Un autre", hero_image=photo(), slug="autre")
    work_left = WantedRendition.objects.count()
    visiteur.get("/entretiens/")
    order = [row.anew for row in wanted.waiting()]
    assert len(order) > work_left
    assert order == sorted(order)


def test_one_whose_original_is_away_stays_as_it_is_until_it_is_back(page, caplog):
    before = files()
    name = page.hero_image.file.name
    content = default_storage.open(name).read()
    default_storage.delete(name)
    upgrade()
    make_all()
    assert files() == before
    assert "cannot be read" in caplog.text
    default_storage.save(name, ContentFile(content))
    WantedRendition.objects.update(not_before=timezone.now())
    make_all()
    assert not secrets()


def test_one_of_a_focal_point_that_is_another_now_goes(page):
    rendition = SiteRendition.objects.first()
    stale = SiteRendition.objects.create(
        image=page.hero_image,
        filter_spec=rendition.filter_spec,
        focal_point_key="12345678",
        file=ContentFile(marked(), name="stale.jpg"),
    )
    upgrade()
    make_all()
    assert not SiteRendition.objects.filter(pk=stale.pk).exists()
    assert not secrets()


def test_one_that_is_missed_meanwhile_is_made_at_once(page, visiteur):
    upgrade()
    later = timezone.now() + timedelta(days=1)
    WantedRendition.objects.update(not_before=later)  # as where the original was away
    SiteRendition.objects.all().delete()
    assert "/awaited." in pictures(visiteur, page.url)[0]
    make_all()
    assert "/awaited." not in pictures(visiteur, page.url)[0]


def test_the_size_of_a_photo_that_was_taken_upright_is_mended_too(site):
    image = marked_photo(size=(60, 40), orientation=6)
    make_all()
    SiteImage.objects.update(width=60, height=40)  # as it lies in the file
    upgrade()
    make_all()
    image.refresh_from_db()
    assert (image.width, image.height) == (40, 60)
