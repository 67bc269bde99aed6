"""The worker copies the poster that a host offers, once, and takes nothing strange from it."""

import http.client

import pytest
from django.core.management import call_command
from wagtail.embeds.models import Embed
from wagtail.models import Page

from articles.models import VideoPoster
from home.images import SiteImage
from tests import factories
from tests.doubles.video_host import VideoHost, picture, serve
from tests.video import videos

pytestmark = pytest.mark.django_db


def published(*blocks):
    page = videos.interview(*(blocks or [videos.block()]))
    page.save_revision().publish()
    return page


@pytest.fixture
def video_host(monkeypatch, caplog):
    host = VideoHost()
    with serve(host) as connection:
        monkeypatch.setattr(http.client, "HTTPSConnection", connection)
        yield host
    # Refused, not crashed.
    assert not [record for record in caplog.get_records("call") if record.levelname == "ERROR"]


def work():
    call_command("run_worker", once=True)


def test_publication_asks_nobody_and_the_worker_fetches_the_poster(video_host, visiteur):
    page = published()
    assert video_host.asked == []
    assert "<picture" not in videos.seen(visiteur, page)
    work()
    assert video_host.asked == ["www.youtube.com", "i.ytimg.com"]
    image = VideoPoster.objects.get().image
    assert (image.title, image.credit) == ("Le chantier", "Mairie de Brume, YouTube")
    assert (image.width, image.height) == (480, 360)
    assert "<picture" in videos.seen(visiteur, page)


def test_it_is_fetched_once_for_all_pages_and_passes(video_host):
    page = published(videos.block(), videos.block("https://youtu.be/ab_CD-12345"))
    work()
    published()
    page.save_revision().publish()
    work()
    assert len(video_host.asked) == 2
    assert VideoPoster.objects.count() == SiteImage.objects.count() == 1


def test_where_the_editor_chose_a_poster_or_the_host_is_unknown_nobody_is_asked(video_host):
    published(
        videos.block(poster=factories.image().pk), videos.block("https://films.example/video")
    )
    work()
    assert video_host.asked == []


def test_the_hosts_html_is_not_kept(video_host):
    published()
    work()
    assert Embed.objects.get().html == ""


def test_a_host_that_is_away_is_asked_again_at_the_next_publication_only(video_host, visiteur):
    said = video_host.answers.pop("/oembed")
    page = published()
    work()
    work()
    assert video_host.asked == ["www.youtube.com"]
    assert "<picture" not in videos.seen(visiteur, page)
    video_host.answers["/oembed"] = said
    Page.objects.get(pk=page.pk).specific.save_revision().publish()
    work()
    assert VideoPoster.objects.get().image


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/a.jpg",
        "http://i.ytimg.com/vi/ab_CD-12345/hqdefault.jpg",
        "https://i.ytimg.com@evil.example/a.jpg",
        "https://i.ytimg.com.evil.example/a.jpg",
        "https://i.ytimg.com:8443/vi/ab_CD-12345/hqdefault.jpg",
        "https://127.0.0.1/vi/ab_CD-12345/hqdefault.jpg",
        "https://[::1/",
        "file:///etc/passwd",
        "",
        None,
        ["https://i.ytimg.com/"],
    ],
)
def test_a_poster_of_another_host_is_not_asked_for(address, video_host):
    video_host.says(thumbnail_url=address)
    published()
    work()
    assert video_host.asked == ["www.youtube.com"]
    assert VideoPoster.objects.get().image is None


BOMB = (
    b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x02\x00\x00\x00"
)


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (picture(), "text/html", 200),
        (picture(), "image/svg+xml", 200),
        (picture(), "image/jpeg", 302),
        (picture(), "image/jpeg", 404),
        (b"<svg onload=alert(1)>", "image/jpeg", 200),
        (picture("GIF"), "image/jpeg", 200),
        (picture()[:200], "image/jpeg", 200),
        (picture(size=(5000, 10)), "image/jpeg", 200),
        (BOMB, "image/png", 200),
        (b"\xff" * (5 * 1024 * 1024 + 1), "image/jpeg", 200),
        (b"", "image/jpeg", 200),
    ],
)
def test_what_is_no_sound_picture_of_a_usual_size_is_refused(body, kind, status, video_host):
    video_host.shows(body, kind, status)
    published()
    work()
    assert "evil.example" not in video_host.asked
    assert VideoPoster.objects.get().image is None
    assert not SiteImage.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"\xff", b"{}" + b" " * 100_000])
def test_a_description_that_is_none_is_refused(body, video_host):
    video_host.answers["/oembed"] = 200, "application/json", body
    published()
    work()
    assert VideoPoster.objects.get().image is None


def test_the_words_of_a_host_are_cut_and_made_printable(video_host):
    video_host.says(title="Le\x00 chantier\n" + "x" * 500, author_name=["?"])
    published()
    work()
    image = VideoPoster.objects.get().image
    assert image.title.startswith("Le  chantier x")
    assert image.credit == "YouTube"


def test_a_host_that_answers_drop_by_drop_is_left(video_host, monkeypatch):
    monkeypatch.setattr("articles.video.download.LONGEST", -1)
    published()
    work()
    assert VideoPoster.objects.get().image is None
