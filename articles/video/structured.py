"""What search engines read of a video: https://schema.org/VideoObject."""

import json

from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from wagtail.images.shortcuts import get_rendition_or_not_found

# JSON in HTML: nothing in it may end the element around it.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def structured(value):
    """Return the JSON-LD of a video, or "" without what search engines ask for at least.

    That is name, poster and date (Google Search Central, "Video structured data").
    """
    if not (value.video and value.picture and value.get("date")):
        return ""
    # One of those that the page shows.
    poster = get_rendition_or_not_found(value.picture, "format-jpeg|fill-1280x720")
    if not poster.width:
        return ""
    data = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": value["title"],
        "thumbnailUrl": poster.full_url,
        "uploadDate": value["date"].isoformat(),
        "duration": value.iso_duration,
        "embedUrl": value.video.player,
        "url": value.video.watch,
        "transcript": strip_tags(value["transcript"].source if value["transcript"] else ""),
    }
    text = json.dumps({name: one for name, one in data.items() if one}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - no sign of HTML is left in it
