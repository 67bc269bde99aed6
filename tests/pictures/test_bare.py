"""No public picture says where it was taken, when, by whom or with what."""

import io
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.files.images import ImageFile
from PIL import Image

from articles.models import Person
from editing.share_image.drawing import Words, draw
from home.images import SiteImage, SiteRendition
from tests import factories
from tests.pictures.marked import KINDS, marked_photo, told
from tests.pictures.profiles import of_display_p3
from tests.pictures.test_first_views import PLACES, compose_home
from tests.steps.pictures import figure, pictures, work
from tests.video import videos

pytestmark = pytest.mark.django_db


def addresses(client, page):
    """Return the address of each file of the media that pages, feeds and their data name."""
    texts = [client.get(place).content.decode() for place in (*PLACES, page.url)]
    found = re.findall(r"/media/[\w./-]+", " ".join(texts).replace("\\u002D", "-"))
    return sorted({urlsplit(address).path for address in found})


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_that_a_page_a_feed_or_its_data_name_says_more_than_it_shows(visiteur, kind):
    compose_home()
    image = marked_photo(kind)
    Person.objects.filter(pk=factories.person().pk).update(portrait=image)
    body = [factories.exchange(), figure(image), videos.block(poster=image.pk)]
    page = factories.interview(hero_image=image, share_image=image, body=body)
    work()
    found = addresses(visiteur, page)
    assert len(found) > 8
    for address in found:
        assert address.startswith("/media/images/")  # no original
        assert told(b"".join(visiteur.get(address))) == set(), address
    for rendition in SiteRendition.objects.all():  # those that the CMS alone shows, too
        assert told(rendition.file.read()) == set(), rendition.filter_spec


def test_a_rendition_stands_upright_and_keeps_its_colour_profile(site):
    image = marked_photo(size=(60, 40), orientation=6)
    for spec in ("width-40|format-jpeg", "width-40|format-avif", "width-40|format-png"):
        made = Image.open(image.get_rendition(spec).file)
        assert made.size == (40, 60)
        assert made.info["icc_profile"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_its_place_is_as_high_as_the_picture_however_the_camera_was_held(visiteur, orientation):
    image = marked_photo(size=(600, 400), orientation=orientation)
    page = factories.interview(body=[factories.exchange(), figure(image)])
    [place] = pictures(visiteur, page.url)
    work()
    [picture] = pictures(visiteur, page.url)
    assert re.findall(r' (?:width|height)="\d+"', place) == re.findall(
        r' (?:width|height)="\d+"', picture
    )
    assert (image.width, image.height) == ((600, 400) if orientation < 5 else (400, 600))


@pytest.mark.parametrize("kind", KINDS)
def test_neither_does_what_is_drawn_for_other_sites(site, kind):
    assert told(draw(Words("Le village", "fr", picture=marked_photo(kind)))) == set()


def test_nor_do_the_pictures_of_the_site_itself():
    files = list(Path(finders.find("img")).glob("*.png"))
    assert files
    for path in files:
        assert told(path.read_bytes()) == set(), path.name


def test_the_colours_of_a_telephone_become_those_of_every_screen_in_what_is_drawn(site):
    """Sites that show the card take its numbers for sRGB, whatever the photograph said."""
    content = io.BytesIO()
    Image.new("RGB", (400, 250), (200, 80, 80)).save(content, "JPEG", icc_profile=of_display_p3())
    file = ImageFile(content, name="telephone.jpg")
    image = SiteImage.objects.create(title="Un telephone", file=file)
    card = Image.open(io.BytesIO(draw(Words("Le village", "fr", picture=image))))
    red, green, _blue = card.getpixel((1000, 300))
    assert "icc_profile" not in card.info
    assert red > 208 and green < 74
