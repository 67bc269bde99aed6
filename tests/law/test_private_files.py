"""A private file that no row names does not stay: its process was killed before the row."""

import os
import time

import pytest
from django.core.files.base import ContentFile

from contact.models import Attachment
from contact.requests.attachments import private_storage
from editing.management.commands.run_worker import run_daily
from tests.steps import stored

pytestmark = pytest.mark.django_db

DAY = 24 * 60 * 60


@pytest.fixture
def storage(settings, tmp_path):
    """A private storage of the test's own."""
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path, "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "private": private}
    field = Attachment._meta.get_field("file")
    before, field.storage = field.storage, private_storage()
    yield private_storage()
    field.storage = before


def file(storage, age, name="requests/2026/03/perdu"):
    """Return the name of a file that was written ``age`` seconds ago."""
    name = storage.save(name, ContentFile(b"%PDF-1.7"))
    moment = time.time() - age
    os.utime(storage.path(name), (moment, moment))
    return name


def test_a_file_without_a_row_goes_after_a_day(site, storage):
    lost = [file(storage, DAY + 60), file(storage, DAY + 60, "requests/2025/12/perdu")]
    run_daily()
    assert [storage.exists(name) for name in lost] == [False, False]


def test_one_that_may_still_get_its_row_stays(site, storage):
    young = file(storage, DAY - 60)
    run_daily()
    assert storage.exists(young)


def test_the_files_of_requests_and_of_forms_that_wait_stay(site, storage):
    of_request = stored.attach(stored.quote_request())
    waiting = stored.attach(stored.quote_request())
    Attachment.objects.filter(pk=waiting.pk).update(quote_request=None)
    for attachment in (of_request, waiting):
        os.utime(attachment.file.path, (1, 1))
    run_daily()
    assert [storage.exists(one.file.name) for one in (of_request, waiting)] == [True, True]


def test_what_is_none_of_requests_is_left_alone(site, storage):
    other = file(storage, DAY + 60, "other/file")
    run_daily()
    assert storage.exists(other)


def test_an_empty_storage_is_no_error(site, storage, caplog):
    run_daily()
    assert not caplog.records
