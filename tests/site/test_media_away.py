"""Files of the CMS that find no room or no storage: a sentence at the upload."""

import errno
import json

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document

from editing.worker.wanted import WantedRendition, make_wanted, waiting
from home.images import SiteImage
from tests import factories
from tests.doubles.storage_away import taking_nothing
from tests.steps.pictures import make_all

pytestmark = pytest.mark.django_db

AWAY = "ne peuvent pas être enregistrés pour le moment"
FULL = "Le disque est plein"


@pytest.fixture
def away(site):
    with taking_nothing(default_storage):
        yield


@pytest.fixture
def full(site, monkeypatch):
    monkeypatch.setattr("cyberworkers.outages.files.free_mb", lambda folder: 20)


def picture():
    content = factories.image().file
    content.open()
    return SimpleUploadedFile("pylone.jpg", content.read(), "image/jpeg")


def uploads(client, image):
    """Yield what each way into the CMS answers: its address, status and text."""
    document = SimpleUploadedFile("c.pdf", b"%PDF-1.7", "application/pdf")
    ajax = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
    for address, name, file, headers in (
        ("/cms/images/add/", "file", image, {}),
        ("/cms/images/multiple/add/", "files[]", image, ajax),
        ("/cms/images/chooser/create/", "image-chooser-upload-file", image, ajax),
        ("/cms/documents/add/", "file", document, {}),
        ("/cms/documents/multiple/add/", "files[]", document, ajax),
        ("/cms/documents/chooser/create/", "document-chooser-upload-file", document, ajax),
    ):
        file.seek(0)
        prefix = name.removesuffix("file") if "chooser" in name else ""
        values = {f"{prefix}title": "Le pylône", f"{prefix}collection": 1, name: file}
        answer = client.post(address, values, **headers)
        text = answer.content.decode()
        if "json" in answer["Content-Type"]:
            text = json.dumps(json.loads(text), ensure_ascii=False)
        yield address, answer.status_code, text


@pytest.mark.parametrize(("why", "says"), [("away", AWAY), ("full", FULL)])
def test_every_way_into_the_cms_says_it_at_the_file(cheffe, request, why, says):
    image = picture()
    images, documents = SiteImage.objects.count(), Document.objects.count()
    request.getfixturevalue(why)
    for address, status, text in uploads(cheffe, image):
        assert status == 200, address
        assert says in text, address
    assert (SiteImage.objects.count(), Document.objects.count()) == (images, documents)


def test_what_finds_no_room_in_any_other_place_is_answered_503(cheffe, monkeypatch):
    """The picture of an account, and whatever writes a file: the disk is full in the middle."""

    def no_room(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    document = SimpleUploadedFile("c.pdf", b"%PDF-1.7", "application/pdf")
    client = Client(raise_request_exception=False)
    client.force_login(cheffe.user)
    monkeypatch.setattr(FileSystemStorage, "_save", no_room)
    answer = client.post("/cms/documents/add/", {"title": "C", "collection": 1, "file": document})
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"


def test_pictures_that_could_not_be_stored_are_made_as_soon_as_they_can(site):
    page = factories.interview(hero_image=factories.image(), hero_alt="Un pylône")
    page.save_revision().publish()
    client = Client()
    client.get(page.url)
    assert waiting().exists()
    with taking_nothing(default_storage):
        make_wanted()
        assert client.get(page.url).status_code == 200
    make_all()
    assert "/awaited." not in client.get(page.url).content.decode()
    assert not WantedRendition.objects.filter(failed=True).exists()
