"""Which addresses play in a page: those of the table, whatever is tried with look-alikes."""

import pytest
from django.test import override_settings

from articles.video.hosts import recognise
from tests.video import videos

pytestmark = pytest.mark.django_db

TUBE = "https://www.youtube-nocookie.com/embed/ab_CD-12345"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=ab_CD-12345", TUBE),
        ("https://www.youtube.com/watch?list=PL1&v=ab_CD-12345&t=90s#top", TUBE),
        ("http://m.youtube.com/watch?v=ab_CD-12345", TUBE),
        ("https://youtu.be/ab_CD-12345?si=tracking", TUBE),
        ("https://youtube.com/shorts/ab_CD-12345", TUBE),
        ("https://www.youtube.com/live/ab_CD-12345", TUBE),
        ("https://WWW.YouTube.com/embed/ab_CD-12345", TUBE),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789"),
        ("https://vimeo.com/channels/fibre/123456789", "https://player.vimeo.com/video/123456789"),
        ("https://vimeo.com/123456789/0a1b2c3d4e", "https://player.vimeo.com/video/123456789"),
        ("https://dai.ly/x84sh87", "https://geo.dailymotion.com/player/xabc1.html"),
        (
            "https://www.dailymotion.com/video/x84sh87_la-fibre",
            "https://geo.dailymotion.com/player/xabc1.html",
        ),
        (
            "https://video.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
            "https://video.example/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv",
        ),
    ],
)
@override_settings(PEERTUBE_HOSTS=["video.example"], DAILYMOTION_PLAYER="xabc1")
def test_an_address_of_the_table_plays(address, player):
    assert recognise(address).player.split("?")[0] == player


def test_players_are_asked_not_to_follow_the_visitor():
    assert "dnt=1" in recognise("https://vimeo.com/123456789").player
    assert "h=0a1b2c3d4e&" in recognise("https://vimeo.com/123456789/0a1b2c3d4e").player
    assert "si=" not in recognise("https://youtu.be/ab_CD-12345?si=tracking").watch


HOSTILE = [
    "javascript:alert(1)//www.youtube.com/watch?v=ab_CD-12345",
    "data:text/html,https://youtu.be/ab_CD-12345",
    "https://www.youtube.com@evil.example/watch?v=ab_CD-12345",
    "https://user:pass@www.youtube.com/watch?v=ab_CD-12345",
    "https://www.youtube.com:8443/watch?v=ab_CD-12345",
    "https://www.youtube.com.evil.example/watch?v=ab_CD-12345",
    "https://evil.example/www.youtube.com/watch?v=ab_CD-12345",
    "https://evil.example/?https://youtu.be/ab_CD-12345",
    "https://notyoutube.com/watch?v=ab_CD-12345",
    "https://wwwxyoutube.com/watch?v=ab_CD-12345",
    "https://www.yоutube.com/watch?v=ab_CD-12345",  # a Cyrillic о
    "https://www.xn--yutube-vqf.com/watch?v=ab_CD-12345",  # the same in punycode
    "https://www.youtube.com\\@evil.example/watch?v=ab_CD-12345",
    "https://www.youtube.com/watch?v=ab_CD-12345\nhttps://evil.example",
    "https://www.youtube.com/watch?v=ab_CD-123456",
    'https://youtu.be/ab"onload=x1',
    "https://youtu.be/ａｂ_CD-12345",  # wide letters
    "//youtu.be/ab_CD-12345",
    "https://vimeo.com/../../evil",
    "https://video.example/w/kkGMgK9ZtnKfYAgnEtQxbv",  # not in the settings
    "https://dai.ly/x84sh87",  # no player in the settings
    "",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_no_other_address_plays(address):
    assert recognise(address) is None


@pytest.mark.parametrize("address", HOSTILE)
def test_a_stored_hostile_address_becomes_no_frame_and_no_script(address, visiteur):
    page = videos.interview(videos.block(address))
    answer = visiteur.get(page.url)
    html = answer.content.decode()
    assert "<iframe" not in html
    assert "frame-src" not in answer["Content-Security-Policy"]
    for sign in (
        "javascript:",
        "data:text",
        'href="//youtu.be',
        "user:pass",
        '"https://www.youtube.com@',
    ):
        assert sign not in html


def test_the_name_of_a_look_alike_is_shown_as_it_is_in_the_network(visiteur):
    html = videos.seen(visiteur, videos.interview(videos.block("https://www.yоutube.com/x")))
    assert "Voir sur www.xn--yutube-" in html
