"""What the site does with an unusual picture is said when it is sent, in words that help."""

import io
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from home.images import SiteImage
from tests.pictures.marked import marked
from tests.pictures.test_uploads import send

pytestmark = pytest.mark.django_db

MOVES = "seulement la première image"
LONG = "Découpez-la en plusieurs images"
EXTENSIONS = {"GIF": "gif", "WEBP": "webp", "PNG": "png", "AVIF": "avif"}


def moving(kind, name=None):
    """Return the upload of a picture of two frames, red and then blue."""
    first, second = (Image.new("RGB", (64, 48), colour) for colour in ("red", "blue"))
    content = io.BytesIO()
    first.save(content, kind, save_all=True, append_images=[second], duration=200)
    return SimpleUploadedFile(name or f"film.{EXTENSIONS[kind]}", content.getvalue())


def still(size=(64, 48), kind="PNG", name="frise.png"):
    content = io.BytesIO()
    Image.new("RGB", size, "teal").save(content, kind)
    return SimpleUploadedFile(name, content.getvalue())


def heic(name="IMG_0001.heic", brand=None, share=1.0):
    content = marked("HEIF", size=(64, 48))
    if brand:
        content = content.replace(b"ftypheic", b"ftyp" + brand).replace(b"mif1heic", b"mif1miaf")
    return SimpleUploadedFile(name, content[: int(len(content) * share)])


def told(client, answer):
    """Return what the editor reads after ``answer``."""
    if answer.status_code == 302:
        answer = client.get(answer.url)
    return unescape(answer.content.decode()).replace("\xa0", " ")


@pytest.mark.parametrize("kind", EXTENSIONS)
def test_an_animation_is_shown_as_its_first_picture_and_that_is_said(cheffe, kind):
    answer = send(cheffe, moving(kind))
    assert answer.status_code == 302
    assert MOVES in told(cheffe, answer)
    made = Image.open(SiteImage.objects.get().get_rendition("width-40|format-jpeg").file)
    red, _green, blue = made.getpixel((20, 10))
    assert red > 200 > 60 > blue


@pytest.mark.parametrize("kind", EXTENSIONS)
def test_a_picture_that_does_not_move_is_taken_without_a_word(cheffe, kind):
    file = still(kind=kind, name=f"image.{EXTENSIONS[kind]}")
    html = told(cheffe, send(cheffe, file))
    assert MOVES not in html
    assert LONG not in html


def test_a_picture_that_replaces_another_is_looked_at_too(cheffe):
    send(cheffe, still())
    image = SiteImage.objects.get()
    assert MOVES in told(cheffe, send(cheffe, moving("PNG"), "wagtailimages:edit", image.pk))


def test_a_very_long_picture_is_taken_with_a_warning(cheffe):
    html = told(cheffe, send(cheffe, still((20, 17_000))))
    assert LONG in html
    assert "17 000" in html.replace("\u202f", " ")
    assert SiteImage.objects.get().get_rendition("width-10|format-jpeg").file


def test_one_that_no_format_of_the_site_can_hold_is_refused(cheffe):
    html = told(cheffe, send(cheffe, still((65_501, 4))))
    assert LONG in html
    assert not SiteImage.objects.exists()


@pytest.mark.parametrize("file", [moving("AVIF"), still((20, 17_000))])
def test_so_it_is_said_where_several_are_sent_at_once(cheffe, file):
    file.seek(0)
    answer = cheffe.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": file, "collection": "1"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    ).json()
    assert answer["success"]
    assert (MOVES in unescape(answer["form"])) or (LONG in unescape(answer["form"]))


def test_and_where_a_picture_is_sent_while_one_is_chosen(cheffe):
    values = {"image-chooser-upload-title": "Film", "image-chooser-upload-collection": "1"}
    answer = cheffe.post(
        reverse("wagtailimages_chooser:create"),
        values | {"image-chooser-upload-file": moving("GIF")},
    )
    assert answer.json()["step"] == "chosen"
    assert MOVES in told(cheffe, cheffe.get("/cms/images/"))


@pytest.mark.parametrize("name", ["IMG_0001.heic", "IMG_0001.HEIC", "IMG_0001.heif"])
@pytest.mark.parametrize("brand", [None, b"heix"])
def test_the_photo_of_a_telephone_is_taken(cheffe, name, brand):
    assert send(cheffe, heic(name, brand)).status_code == 302
    image = SiteImage.objects.get()
    assert (image.width, image.height) == (64, 48)
    for kind in ("jpeg", "avif"):
        assert image.get_rendition(f"width-40|format-{kind}").width == 40


@pytest.mark.parametrize("name", ["IMG_0001.heic", "IMG_0001.heif"])
def test_one_that_cannot_be_read_is_refused_in_words_that_help(cheffe, name):
    html = told(cheffe, send(cheffe, heic(name, share=0.5)))
    assert "JPEG" in html
    assert "corrompu" not in html
    assert not SiteImage.objects.exists()
