"""Every picture of the public pages: formats, widths, sizes, words, and none where it is broken."""

import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.images import ImageFile
from PIL import Image

from articles.models import Person
from editing.share_image.drawing import Words, draw
from home.images import SiteImage
from tests import factories
from tests.steps.pictures import LARGE, attributes, figure, photo, pictures, widths, work
from tests.video import videos

pytestmark = pytest.mark.django_db

PORTRAIT = "/entretiens/personne/helene-marchetti/"


def interview(made=True, **fields):
    """Return a page with all kinds of pictures, ``made`` by the worker or not."""
    Person.objects.filter(pk=factories.person().pk).update(portrait=photo("Portrait"))
    blocks = [factories.exchange(), figure(photo()), videos.block(poster=photo().pk)]
    page = factories.interview(**{"hero_image": photo(), "body": blocks} | fields)
    if made:
        work()
    return page


def parts(html):
    """Return the attributes of the sources and of the image of a picture."""
    sources = [attributes(tag) for tag in re.findall(r"<source[^>]*>", html)]
    return sources, attributes(re.search(r"<img[^>]*>", html)[0])


def preloads(html):
    tags = re.findall(r'<link rel="preload"[^>]*>', html)
    return [attributes(tag) for tag in tags if 'as="image"' in tag]


def shown(client, page):
    """Return the pictures of the home page, the list, the page of a person and the interview."""
    addresses = ("/", "/entretiens/", PORTRAIT, page.url)
    return [picture for address in addresses for picture in pictures(client, address)]


def test_each_comes_as_avif_and_jpeg_with_its_size_and_a_text(visiteur):
    found = shown(visiteur, interview())
    assert len(found) == 7  # lead, entry, portrait and entry; main image, figure, poster
    for html in found:
        sources, image = parts(html)
        assert [source["type"] for source in sources] == ["image/avif"]
        assert len({tuple(widths(one["srcset"])) for one in (*sources, image)}) == 1
        assert {one["sizes"] for one in sources} == {image["sizes"]}
        assert int(image["width"]) > 0
        assert int(image["height"]) > 0
        assert "alt" in image


def test_browsers_keep_it_for_a_day_but_not_that_it_is_missing(visiteur):
    interview()
    page = visiteur.get("/entretiens/").content.decode()
    address = re.search(r"/media/images/[^\s\"]+", page)[0]
    kept = visiteur.get(address)
    assert kept["Cache-Control"] == "public, max-age=86400"
    assert (
        visiteur.get(address, headers={"If-Modified-Since": kept["Last-Modified"]}).status_code
        == 304
    )
    assert "Cache-Control" not in visiteur.get("/media/images/gone.jpg")


def test_what_lies_below_the_fold_waits_for_the_reader(visiteur):
    page = interview()
    factories.interview("Un autre", hero_image=photo(), slug="autre")
    for address, eager in (("/", 1), ("/entretiens/", 1), (PORTRAIT, 1), (page.url, 1)):
        images = [parts(html)[1] for html in pictures(visiteur, address)]
        waiting = [image for image in images if image.get("loading") == "lazy"]
        assert len(images) - len(waiting) == eager, address
        assert all(image["decoding"] == "async" for image in waiting)


@pytest.mark.parametrize("place", ["/", "interview"])
def test_the_head_announces_the_very_list_from_which_the_picture_is_chosen(visiteur, place):
    page = interview(hero_image=photo(size=LARGE))
    html = visiteur.get("/" if place == "/" else page.url).content.decode()
    [preload] = preloads(html[: html.index("</head>")])
    assert preload["type"] == "image/avif"
    assert preload["fetchpriority"] == "high"
    sources, image = parts(re.search(r"<picture>.*?</picture>", html, re.DOTALL)[0])
    assert preload["imagesrcset"] == sources[0]["srcset"]
    assert preload["imagesizes"] == sources[0]["sizes"]
    assert widths(preload["imagesrcset"]) == [480, 720, 960, 1440]
    assert image["fetchpriority"] == "high"


def test_a_page_without_a_main_image_announces_none(visiteur):
    page = factories.interview()
    for address in ("/", page.url, "/devis/"):
        assert not preloads(visiteur.get(address).content.decode())


def test_the_words_of_the_editors_are_those_of_the_picture(visiteur):
    page = interview(hero_alt="Le pylône de Brume, un matin")
    texts = [parts(html)[1]["alt"] for html in pictures(visiteur, page.url)]
    assert texts == ["Le pylône de Brume, un matin", "Un pylône au soleil", ""]
    hidden = factories.interview(body=[figure(photo(), alt="")], slug="decorative")
    work()
    assert parts(pictures(visiteur, hidden.url)[0])[1]["alt"] == ""


def test_cuts_keep_the_focal_point(visiteur):
    image = photo()
    SiteImage.objects.filter(pk=image.pk).update(
        focal_point_x=490, focal_point_y=160, focal_point_width=10, focal_point_height=10
    )
    factories.interview(hero_image=SiteImage.objects.get(pk=image.pk))
    work()
    keys = image.renditions.values_list("filter_spec", "focal_point_key")
    assert all(key for spec, key in keys if "fill" in spec)


@pytest.mark.parametrize("content", [None, b"", b"no image", "cut"])
def test_a_page_whose_image_cannot_be_read_is_shown_without_it(visiteur, content, caplog):
    page = interview(made=False)
    for image in SiteImage.objects.all():
        file = Path(settings.MEDIA_ROOT) / image.file.name
        whole = file.read_bytes()
        file.unlink()
        if content is not None:
            file.write_bytes(whole[:300] if content == "cut" else content)
    work()
    logged = [record for record in caplog.records if "cannot be read" in record.message]
    assert len(logged) == SiteImage.objects.count() == 4
    caplog.clear()
    assert shown(visiteur, page) == []
    html = visiteur.get(page.url).content.decode()
    assert "not-found" not in html[html.index("<body") :]
    assert not preloads(html)
    assert not caplog.records


def test_so_is_one_whose_avif_file_is_damaged(visiteur, caplog):
    """Pillow's decoder of AVIF raises RuntimeError, that of other formats OSError."""
    content = io.BytesIO()
    Image.new("RGB", (1600, 1000), "teal").save(content, "AVIF")
    damaged = bytearray(content.getvalue())
    image = SiteImage.objects.create(title="P", file=ImageFile(content, name="pylone.avif"))
    damaged[100:104] = bytes(4)
    (Path(settings.MEDIA_ROOT) / image.file.name).write_bytes(damaged)
    page = factories.interview(hero_image=image)
    work()
    assert pictures(visiteur, page.url) == []
    assert "cannot be read" in caplog.text
    assert draw(Words("Le village", "fr", picture=image))  # the words alone


def test_an_image_has_the_text_of_each_place_from_the_first_view_on(visiteur):
    image = photo()
    body = [figure(image, "Le même, de près"), figure(image, "Le même, de loin")]
    page = factories.interview(hero_image=image, hero_alt="Le pylône", body=body)
    for _view in range(2):
        shown = "".join(pictures(visiteur, page.url))
        assert re.findall(r'<img alt="([^"]*)"', shown)[:3] == [
            "Le pylône",
            "Le même, de près",
            "Le même, de loin",
        ]
