"""Editors see a new picture at once, and no list of the CMS makes one."""

import pytest
from django.urls import reverse

from articles.models import AgreementLink
from home.images import SiteImage, SiteRendition
from tests import factories
from tests.pictures.test_uploads import file, send
from tests.steps.pictures import figure, make_all, photo

pytestmark = pytest.mark.django_db

THUMBNAIL = "max-165x165"
LISTS = {
    "images": "/cms/images/",
    "images in a table": "/cms/images/?layout=list",
    "chooser": "/cms/images/chooser/",
    "explorer": "/cms/pages/",
    "home": "/cms/",
    "calendar": "/cms/calendar/",
    "people": "/cms/snippets/articles/person/",
}


def specs():
    return set(SiteRendition.objects.values_list("filter_spec", flat=True))


@pytest.mark.parametrize("address", LISTS.values(), ids=LISTS)
def test_no_list_makes_a_rendition(cheffe, address):
    factories.interview(hero_image=photo())
    person = factories.person()
    person.portrait = photo("Portrait")
    person.save()
    assert cheffe.get(address).status_code == 200
    assert not specs()


def test_a_list_shows_the_thumbnails_that_the_worker_made_of_every_image(cheffe):
    photo()
    assert "/awaited." in cheffe.get(LISTS["images"]).content.decode()
    make_all()
    assert specs() == {THUMBNAIL}
    for name in ("images", "images in a table", "chooser"):
        html = cheffe.get(LISTS[name]).content.decode()
        assert THUMBNAIL in html
        assert "/awaited." not in html


def test_what_was_just_sent_stands_in_the_list_at_once(cheffe):
    assert send(cheffe, file("pylone.jpg")).status_code == 302
    assert THUMBNAIL in cheffe.get(LISTS["images"]).content.decode()
    image = SiteImage.objects.get()
    assert send(cheffe, file("mat.jpg"), "wagtailimages:edit", image.pk).status_code == 302
    html = cheffe.get(LISTS["images"]).content.decode()
    assert "mat." in html
    assert "/awaited." not in html


def test_the_page_of_an_image_shows_it_and_lets_a_focal_point_be_set(cheffe):
    html = cheffe.get(reverse("wagtailimages:edit", args=[photo().pk])).content.decode()
    assert "/awaited." not in html
    assert "max-800x600" in html


def preview(client, page):
    """Return what the editor of ``page`` shows beside the form."""
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_preview_shows_a_new_picture_in_the_format_that_is_made_at_once(cheffe):
    body = [factories.exchange(), figure(photo())]
    page = factories.interview(hero_image=photo(), body=body, live=False)
    page.save_revision()
    html = preview(cheffe, page)
    assert "/awaited." not in html
    assert "image/avif" not in html
    assert specs()
    assert not [spec for spec in specs() if "avif" in spec]
    make_all()
    assert "image/avif" in preview(cheffe, page)


def test_who_reads_a_draft_by_a_secret_link_makes_none(cheffe, visiteur):
    page = factories.interview(hero_image=photo(), live=False)
    page.save_revision()
    link = AgreementLink.objects.make(page, 14, name="Hélène Marchetti", created_by=cheffe.user)
    assert "/awaited." in visiteur.get(link.path).content.decode()
    assert not specs()
    make_all()
    assert "/awaited." not in visiteur.get(link.path).content.decode()
