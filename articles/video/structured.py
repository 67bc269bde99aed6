"""What search engines read of a video: https://schema.org/VideoObject."""

from datetime import datetime, time

from django.utils.timezone import make_aware
from wagtail.images.shortcuts import get_rendition_or_not_found

from articles.structured import plain
from cyberworkers.found.card import in_script, moment
from cyberworkers.found.structured import without_nothing


def structured(value):
    """Return the JSON-LD of a video, or "" without what search engines ask for at least.

    That is name, poster and date (Google Search Central, "Video structured data").
    """
    if not (value.video and value.picture and value.get("date")):
        return ""
    # One of those that the page shows.
    poster = get_rendition_or_not_found(value.picture, "format-jpeg|fill-1280x720")
    if not (poster.width and poster.file):
        return ""
    data = {
        "@type": "VideoObject",
        "name": value["title"],
        "thumbnailUrl": poster.full_url,
        "uploadDate": moment(make_aware(datetime.combine(value["date"], time.min))),
        "duration": value.iso_duration,
        "embedUrl": value.video.player,
        "url": value.video.watch,
        "transcript": plain(value["transcript"]),
    }
    return in_script(without_nothing(data))
