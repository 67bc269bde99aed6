"""No reader waits for a picture: the worker makes it, and the next view shows it."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.images.models import Filter

from articles.models import InterviewPage
from editing.worker.wanted import WantedRendition, make_wanted
from editing.worker.warming import warm
from home.images import SiteImage, SiteRendition
from tests import factories
from tests.pictures.test_first_views import PLACES, compose_home, draft
from tests.pictures.test_shown import parts
from tests.steps.head import head
from tests.steps.pictures import LARGE, make_all, photo, pictures
from tests.steps.queries import count
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db

ELSEWHERE = ("/nulle-part/", "/mentions-legales/", "/devis/", "/sitemap.xml", "/en/")


@pytest.fixture
def page(site):
    """Return a page of which no picture has been made, with a share image of its own."""
    compose_home()
    page = draft(share_image=photo("Partage", LARGE))
    page.get_latest_revision().publish()
    factories.interview("Un autre village", hero_image=photo(), slug="autre")
    return page


@pytest.fixture
def no_making(monkeypatch):
    def refuse(*args, **kwargs):
        pytest.fail("A rendition was made.")

    monkeypatch.setattr(SiteImage, "generate_rendition_file", refuse)


def stand_ins(html):
    return [tag for tag in html if "/awaited." in tag]


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("address", [*PLACES, *ELSEWHERE, "interview"])
def test_a_view_makes_no_picture(page, visiteur, address, method, no_making):
    getattr(visiteur, method)(page.url if address == "interview" else address)
    assert not SiteRendition.objects.exists()


def test_until_then_its_place_is_held_in_its_size_and_with_its_text(page, visiteur):
    empty = [parts(html) for html in pictures(visiteur, page.url)]
    make_all()
    whole = [parts(html) for html in pictures(visiteur, page.url)]
    assert len(empty) == len(whole) == 3
    for (no_sources, stand_in), (sources, image) in zip(empty, whole, strict=True):
        assert not no_sources
        assert sources
        assert "/awaited." in stand_in["src"]
        for name in ("alt", "width", "height", "loading"):
            assert stand_in.get(name) == image.get(name)


@pytest.mark.parametrize("address", [*PLACES[:4], "/nulle-part/"])
def test_the_next_view_shows_what_was_made_meanwhile(page, visiteur, address):
    assert b"/awaited." in visiteur.get(address).content
    make_all()
    html = visiteur.get(address).content
    assert b"/awaited." not in html
    assert b"image/avif" in html


def test_what_every_browser_shows_is_there_before_avif(page, visiteur, monkeypatch):
    visiteur.get("/")
    visiteur.get(page.url)
    order = []
    create = SiteImage.create_renditions

    def note(image, *filters):
        order.extend((image.pk, one.spec) for one in filters)
        return create(image, *filters)

    monkeypatch.setattr(SiteImage, "create_renditions", note)
    make_all()
    slow = ["avif" in spec for _image, spec in order]
    assert slow == sorted(slow)
    assert True in slow
    quick = [image for image, spec in order if "avif" not in spec and "fill" in spec]
    lead = InterviewPage.objects.newest().first()
    assert quick[0] == lead.hero_image_id  # which was missed first


def test_a_picture_that_is_there_in_some_formats_is_shown_in_these(page, visiteur):
    visiteur.get(page.url)
    make_all()
    page.hero_image.renditions.filter(filter_spec__contains="avif").delete()
    html = pictures(visiteur, page.url)[0]
    assert "avif" not in html
    assert not stand_ins([html])
    assert ' as="image"' not in visiteur.get(page.url).content.decode()


def test_an_answer_that_lacks_a_picture_is_not_kept(page):
    server = Server()
    assert b"/awaited." in server.get("/")["body"]
    make_all()
    assert b"/awaited." not in server.get("/")["body"]
    assert server.asked == 2
    server.get("/")
    assert server.asked == 2


def test_nor_is_one_that_lacks_a_format(page):
    server = Server()
    server.get(page.url)
    make_all()
    SiteRendition.objects.filter(filter_spec__contains="avif").delete()
    server.get(page.url)
    make_all()
    assert b"avif" in server.get(page.url)["body"]


def test_feeds_and_other_sites_hear_of_no_picture_until_it_is_there(page, visiteur):
    assert b"awaited" not in visiteur.get("/entretiens/flux/").content
    assert "og:image" not in head(visiteur, page.url).meta
    make_all()
    assert visiteur.get("/entretiens/flux/").content.count(b"&lt;img") == 3
    assert head(visiteur, page.url).meta["og:image:width"] == "1200"


def test_a_view_asks_the_database_once_more_for_each_image_that_it_lacks(page, visiteur):
    visiteur.get(page.url)
    missing = count(visiteur, page.url)
    make_all()
    visiteur.get(page.url)
    # Main image, figure, share image, two cards; and the cards, which are not kept as long as they
    # lack something: their pages, renditions and links.
    assert missing <= count(visiteur, page.url) + 5 + 3


def test_an_image_whose_file_comes_back_is_shown_again(visiteur, monkeypatch):
    page = factories.interview(hero_image=photo())
    file = Path(page.hero_image.file.path)
    away = file.rename(file.with_suffix(".away"))
    assert pictures(visiteur, page.url)  # nobody knows yet
    make_all()
    assert not pictures(visiteur, page.url)
    away.rename(file)
    make_all()  # too early
    assert not pictures(visiteur, page.url)
    later = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    make_all()
    assert not stand_ins(pictures(visiteur, page.url))
    assert pictures(visiteur, page.url)


def test_what_a_crashed_worker_took_is_made_later(page, visiteur, monkeypatch):
    def crash(*args):
        raise SystemExit

    visiteur.get(page.url)
    monkeypatch.setattr(SiteImage, "get_renditions", crash)
    with pytest.raises(SystemExit):
        make_wanted()
    monkeypatch.undo()
    make_all()
    assert WantedRendition.objects.exists()
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    make_all()
    assert not WantedRendition.objects.exists()


def test_a_page_that_becomes_whole_is_ready_for_its_next_reader(page):
    warm()
    make_all()
    warm()
    server = Server()
    assert b"image/avif" in server.get("/")["body"]
    assert server.asked == 0


def test_all_sizes_come_from_one_decoding_and_look_as_wagtail_cuts_them(site, monkeypatch):
    image = photo(size=LARGE)
    opened = []
    open_willow = SiteImage.get_willow_image
    monkeypatch.setattr(
        SiteImage, "get_willow_image", lambda self: opened.append(self) or open_willow(self)
    )
    made = image.get_renditions("width-480|format-jpeg", "fill-480x320|format-jpeg", "max-165x165")
    assert len(opened) == 1
    for spec, rendition in made.items():
        stock = Filter(spec).run(image, BytesIO()).f.getvalue()
        assert rendition.file.read() == stock
