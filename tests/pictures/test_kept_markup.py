"""The markup of a picture is kept, and readers see every change of it at once."""

import re

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe
from wagtail.images.models import Filter

from home.cutting import filter_of
from tests import factories

pytestmark = pytest.mark.django_db

LOAD = "{% load pictures wagtailimages_tags %}"
PICTURE = "{% picture image format-{avif,jpeg} fill-{60x40,120x80}"
OURS = LOAD + PICTURE + ' as shown %}{% show shown alt=alt sizes="50vw" %}'
WAGTAILS = LOAD + PICTURE + ' alt=alt sizes="50vw" %}'


def shown(image, alt="Le pylône"):
    image = type(image).objects.prefetch_related("renditions").get(pk=image.pk)  # as pages do
    return Template(OURS).render(Context({"image": image, "alt": alt})).strip()


def addresses(html):
    return set(re.findall(r"/media/[^ \"]+", html))


def test_a_picture_is_the_same_when_it_is_shown_again_and_as_wagtail_writes_it():
    image = factories.image()
    first = shown(image)
    assert shown(image) == first
    assert Template(WAGTAILS).render(Context({"image": image, "alt": "Le pylône"})).strip() == first


def test_another_focal_point_shows_other_files():
    image = factories.image()
    before = addresses(shown(image))
    image.focal_point_x, image.focal_point_y = 30, 30
    image.focal_point_width = image.focal_point_height = 20
    image.save()
    assert before.isdisjoint(addresses(shown(image)))


def test_renditions_that_are_made_anew_are_shown_at_their_new_addresses():
    image = factories.image()
    shown(image)
    for rendition in image.renditions.all():
        rendition.file.name = f"images/anew-{rendition.pk}.jpg"
        rendition.save()
    html = shown(image)
    assert "anew-" in html
    assert all("anew-" in address for address in addresses(html))


def test_each_alternative_text_is_its_own_and_is_escaped():
    image = factories.image()
    assert 'alt="Un &lt;b&gt;"' in shown(image, "Un <b>")
    assert 'alt="Un &amp;amp; deux"' in shown(image, "Un &amp; deux")
    assert 'alt="Un &amp; deux"' in shown(image, mark_safe("Un &amp; deux"))  # noqa: S308 - a test
    assert 'alt=""' in shown(image, "")


def test_media_at_another_address_are_shown_there(settings):
    image = factories.image()
    shown(image)
    settings.MEDIA_URL = "/fichiers/"
    assert "/fichiers/" in shown(image)


def test_an_image_filter_is_read_once_and_does_what_wagtail_reads():
    kept = filter_of("fill-60x40|format-webp")
    assert filter_of("fill-60x40|format-webp") is kept
    assert kept == Filter("fill-60x40|format-webp")
