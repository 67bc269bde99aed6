"""Wagtail's finder of embeds, for the hosts of the table and no other (WAGTAILEMBEDS_FINDERS)."""

import http.client
import json

from wagtail.embeds.exceptions import EmbedNotFoundException
from wagtail.embeds.finders.base import EmbedFinder

from articles.video.download import Refused, download
from articles.video.hosts import recognise

MOST = 100_000  # bytes
TYPES = ("application/json", "text/json", "text/javascript")


class VideoFinder(EmbedFinder):
    """Ask the host for the title and the poster. Its HTML is not kept: players are ours."""

    def accept(self, url):
        return recognise(url) is not None

    def find_embed(self, url, max_width=None, max_height=None):
        video = recognise(url)
        try:
            said = json.loads(download(video.oembed, TYPES, MOST))
        except (OSError, http.client.HTTPException, Refused, ValueError) as error:
            raise EmbedNotFoundException(str(error)) from error
        if not isinstance(said, dict):
            raise EmbedNotFoundException("not an object")
        return {
            "type": "video",
            "title": words(said, "title"),
            "author_name": words(said, "author_name"),
            "provider_name": video.host,
            "thumbnail_url": words(said, "thumbnail_url", 1000),
            "width": None,
            "height": None,
            "html": "",
        }


def words(said, name, longest=200):
    """Return the text called ``name`` in one printable line; "" where it is no text."""
    text = said.get(name)
    if not isinstance(text, str):
        return ""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:longest].strip()


embed_finder_class = VideoFinder
