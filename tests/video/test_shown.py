"""What a reader gets of a video: a poster, a link, and a player that waits for a click."""

import json
import re
from pathlib import Path

import pytest
from django.test import override_settings

from tests import factories
from tests.steps.pictures import work
from tests.steps.queries import queries
from tests.video import videos

pytestmark = pytest.mark.django_db

CSP = "Content-Security-Policy"


def frames(client, address):
    policy = client.get(address)[CSP]
    return re.findall(r"frame-src ([^;]+)", policy)


def test_a_video_is_a_link_to_its_host_and_says_who_will_be_contacted(visiteur):
    html = videos.seen(visiteur, videos.interview(videos.block()))
    assert '<a class="video__start" href="https://www.youtube.com/watch?v=ab_CD-12345">' in html
    assert "La vidéo est hébergée par YouTube (Google) :" in html
    assert "votre adresse IP" in html
    assert "Visite du chantier" in html
    assert "Voici le local technique." in html


def test_in_english_it_says_so_in_english(visiteur):
    page = videos.interview(videos.block(), language="en", slug="fibre")
    assert "The video is hosted by YouTube (Google):" in videos.seen(visiteur, page)


def test_nothing_of_the_host_is_loaded_with_the_page(visiteur):
    html = videos.seen(visiteur, videos.interview(videos.block()))
    waiting = re.findall(r"<template>.*?</template>", html, re.DOTALL)
    assert len(waiting) == 1
    rest = html.replace(waiting[0], "")
    assert "<iframe" not in rest
    assert not re.findall(r'(?:src|srcset)="(?!/)', rest)


def test_the_player_asks_for_no_more_than_it_needs(visiteur):
    html = videos.seen(visiteur, videos.interview(videos.block(title='Visite "guidée"')))
    player = re.search(r"<iframe[^>]*>", html)[0]
    assert 'src="https://www.youtube-nocookie.com/embed/ab_CD-12345?' in player
    assert 'title="Vidéo : Visite &quot;guidée&quot;"' in player
    assert 'referrerpolicy="strict-origin"' in player
    assert "credentialless" in player
    assert "camera" not in player


def test_only_a_page_with_a_video_may_frame_and_only_its_hosts(visiteur):
    vimeo = videos.block("https://vimeo.com/123456789")
    with_videos = videos.interview(videos.block(), vimeo, videos.block())
    assert frames(visiteur, with_videos.url) == [
        "https://player.vimeo.com https://www.youtube-nocookie.com"
    ]
    link_only = videos.interview(videos.block("https://films.example/1"))
    for page in (link_only, factories.interview()):
        assert frames(visiteur, page.url) == []
        assert "video.js" not in videos.seen(visiteur, page)
    assert "video.js" in videos.seen(visiteur, with_videos)


def test_an_unknown_host_stays_a_plain_link(visiteur):
    html = videos.seen(visiteur, videos.interview(videos.block("https://films.example/1?a=1&b=2")))
    assert 'class="video__start" href="https://films.example/1?a=1&amp;b=2"' in html
    assert "Voir sur films.example" in html
    assert "<iframe" not in html
    assert "hébergée" not in html


def test_hosts_of_the_settings_play_in_the_page_too(visiteur):
    peertube = videos.block("https://video.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d")
    page = videos.interview(peertube, videos.block("https://dai.ly/x84sh87"))
    assert frames(visiteur, page.url) == []
    with override_settings(PEERTUBE_HOSTS=["video.example"], DAILYMOTION_PLAYER="xabc1"):
        assert frames(visiteur, page.url) == ["https://geo.dailymotion.com https://video.example"]
        html = videos.seen(visiteur, page)
    assert 'src="https://geo.dailymotion.com/player/xabc1.html?video=x84sh87"' in html
    assert 'src="https://video.example/videos/embed/9c9de5e8-' in html
    assert "p2p=0" in html


def test_the_poster_is_the_one_that_was_chosen_else_the_hosts_else_a_drawing(visiteur):
    page = videos.interview(videos.block())
    assert "<picture" not in videos.seen(visiteur, page)
    videos.fetched()
    work()
    html = videos.seen(visiteur, page)
    assert html.count("<picture") == 1
    assert "Image : Ana Ruiz" in html
    chosen = factories.image("Le chantier")
    own = videos.interview(videos.block(poster=chosen.pk))
    work()
    assert Path(chosen.file.name).stem in videos.seen(visiteur, own)


def test_a_poster_that_was_deleted_leaves_the_drawing(visiteur):
    image = videos.fetched()
    page = videos.interview(videos.block())
    image.delete()
    assert "<picture" not in videos.seen(visiteur, page)


def test_search_engines_are_told_of_a_video_with_date_and_poster(visiteur):
    title = "Visite </script> & retour"
    said = "<p>Le local &amp; la fibre.</p><p>Fin.</p>"
    block = videos.block(title=title, duration="1:03:20", date="2026-03-02", transcript=said)
    page = videos.interview(block)
    assert "VideoObject" not in videos.seen(visiteur, page)
    videos.fetched()
    work()
    html = videos.seen(visiteur, page)
    texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    [text] = [text for text in texts if "VideoObject" in text]
    data = json.loads(text)
    assert data["@type"] == "VideoObject"
    assert data["name"] == title
    assert data["uploadDate"] == "2026-03-02T00:00:00+01:00"
    assert data["duration"] == "PT1H3M20S"
    assert data["thumbnailUrl"].startswith("http://testserver/media/images/")
    assert data["transcript"] == "Le local & la fibre.\nFin."


def test_search_finds_the_title_and_the_transcript_and_feeds_hold_no_player(visiteur):
    page = videos.interview(videos.block(title="Le nœud de raccordement"))
    for word in ("raccordement", "technique"):
        assert page.title in visiteur.get("/recherche/", {"q": word}).content.decode()
    feed = visiteur.get("/entretiens/flux/").content.decode()
    assert page.title in feed
    assert "iframe" not in feed


def test_eight_videos_take_as_many_queries_as_one(visiteur):
    def some(number):
        blocks = []
        for n in range(number):
            url = f"https://vimeo.com/{number}{n}12345"
            videos.fetched(url)
            own = videos.block(poster=factories.image().pk, date="2026-03-02")
            blocks += [videos.block(url, date="2026-03-02"), own]
        return videos.interview(*blocks)

    one, eight = some(1), some(8)
    assert queries(visiteur, eight.url) == queries(visiteur, one.url)


def test_a_visit_never_asks_a_host(visiteur, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", None)
    page = videos.interview(videos.block())
    assert "<iframe" in videos.seen(visiteur, page)
