"""What is no whole picture does not come into the library, and the editor is told so."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from home.images import SiteImage
from tests import factories

pytestmark = pytest.mark.django_db


def file(name, kind="JPEG", mode="RGB", share=1.0):
    """Return the upload of a noisy picture, of which only a ``share`` has arrived."""
    content = io.BytesIO()
    Image.effect_noise((400, 250), 90).convert(mode).save(content, kind)
    whole = content.getvalue()
    return SimpleUploadedFile(name, whole[: int(len(whole) * share)])


def send(client, file, address="wagtailimages:add", *args):
    values = {"title": "Le pylône", "collection": "1", "description": "", "credit": "", "tags": ""}
    return client.post(reverse(address, args=args), values | {"file": file})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("share", [0.03, 0.5])
def test_a_file_that_arrived_in_part_is_refused(cheffe, kind, share):
    answer = send(cheffe, file(f"pylone.{kind.lower()}", kind, share=share))
    assert answer.status_code == 200
    assert "corrompu" in answer.content.decode()
    assert not SiteImage.objects.exists()


def test_so_it_is_where_several_are_sent_at_once(cheffe):
    answer = cheffe.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": file("pylone.jpg", share=0.5), "collection": "1"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    ).json()
    assert not answer["success"]
    assert "corrompu" in answer["error_message"]


def test_it_replaces_no_sound_picture(cheffe):
    image = factories.image()
    before = image.file.name
    answer = send(cheffe, file("pylone.jpg", share=0.5), "wagtailimages:edit", image.pk)
    assert "corrompu" in answer.content.decode()
    image.refresh_from_db()
    assert image.file.name == before
    assert image.file.storage.exists(before)


def test_greys_of_16_bits_which_no_format_of_the_site_holds_are_refused(cheffe):
    answer = send(cheffe, file("scan.png", "PNG", "I;16"))
    assert "8 bits" in answer.content.decode()
    assert not SiteImage.objects.exists()


def test_what_takes_too_long_to_be_cut_to_size_is_refused(cheffe):
    content = io.BytesIO()
    Image.new("1", (8_001, 8_000)).save(content, "PNG")
    answer = send(cheffe, SimpleUploadedFile("affiche.png", content.getvalue()))
    assert "trop grand nombre de pixels" in answer.content.decode()
    assert not SiteImage.objects.exists()


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "CMYK"), ("PNG", "LA"), ("PNG", "1"), ("GIF", "P")]
)
def test_unusual_pictures_are_welcome(cheffe, kind, mode):
    assert send(cheffe, file(f"pylone.{kind.lower()}", kind, mode)).status_code == 302
    image = SiteImage.objects.get()
    for name in ("avif", "webp", "jpeg"):
        assert image.get_rendition(f"width-100|format-{name}").width == 100
