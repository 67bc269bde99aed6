"""Interviews with videos."""

from articles.models import VideoPoster
from articles.video.hosts import recognise
from tests import factories

YOUTUBE = "https://www.youtube.com/watch?v=ab_CD-12345"
SAID = "<p>Voici le local technique.</p>"


def block(url=YOUTUBE, title="Visite du chantier", transcript=SAID, **more):
    value = {"title": title, "url": url, "transcript": transcript}
    return {"type": "video", "value": value | more}


def interview(*blocks, **fields):
    return factories.interview(body=[factories.exchange(), *blocks], **fields)


def fetched(url=YOUTUBE, title="La vignette"):
    """Store the poster of the video at ``url``, as the worker does; return its image."""
    image = factories.image(title)
    VideoPoster.objects.create(address=recognise(url).watch, image=image, waiting=False)
    return image


def seen(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")
