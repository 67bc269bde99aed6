"""What search engines and other sites are told of an address: one Card for each answer.

The head of every page (`components/found.html`), hreflang and the sitemap are made from it.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime

# og:locale wants a territory (https://ogp.me/#optional).
TERRITORIES = {"fr": "fr_FR", "en": "en_GB"}
# In JSON inside of a script element; as Django's own json_script, which writes another type.
UNSAFE_IN_SCRIPT = {letter: f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}
SHARED = "fill-1200x630|format-jpeg|jpegquality-85"


class Picture(NamedTuple):
    """An image with its full address, size in pixels and description."""

    url: str
    width: int
    height: int
    alt: str = ""


class Alternate(NamedTuple):
    """The same in the language ``code``, at a full address."""

    code: str
    url: str

    @property
    def territory(self):
        return TERRITORIES.get(self.code, self.code)


@dataclass
class Card:
    """``url`` is the canonical address, empty where there is none; ``kind`` an Open Graph type.

    ``picture`` is what other sites show of it, ``image`` the picture that it shows itself.
    ``alternates`` are all languages, this one included. ``data`` is JSON-LD: nodes of a graph.
    """

    title: str
    language: str
    description: str = ""
    url: str = ""
    kind: str = "website"
    picture: Picture | None = None
    image: Picture | None = None
    alternates: list[Alternate] = field(default_factory=list)
    published: datetime | None = None
    changed: datetime | None = None
    hidden: bool = False
    data: list[dict] = field(default_factory=list)

    @property
    def published_at(self):
        return moment(self.published)

    @property
    def changed_at(self):
        return moment(self.changed)

    @property
    def robots(self):
        return "noindex" if self.hidden else "max-image-preview:large"

    @property
    def hreflang(self):
        """Return pairs of a language and an address, French being for everybody else too."""
        return hreflang(self.alternates)

    @property
    def territory(self):
        return TERRITORIES.get(self.language, self.language)

    @property
    def other_territories(self):
        return [one.territory for one in self.alternates if one.code != self.language]

    @property
    def json_ld(self):
        return in_script({"@graph": self.data})


def moment(time):
    """Return ``time`` as machines are told it everywhere, to the second in the site's own zone."""
    return localtime(time).isoformat(timespec="seconds") if time else ""


def in_script(data):
    """Return ``data`` as JSON-LD that cannot end the script element in which it stands."""
    data = {"@context": "https://schema.org"} | data
    text = json.dumps(data, ensure_ascii=False)
    for letter, escape in UNSAFE_IN_SCRIPT.items():
        text = text.replace(letter, escape)  # a hundred times as fast as `translate`
    return mark_safe(text)  # noqa: S308 - what could end the element is escaped above


def hreflang(alternates):
    """Return pairs of a language and a full address, the first one as x-default too."""
    pairs = [(one.code, one.url) for one in alternates]
    return [*pairs, ("x-default", pairs[0][1])] if pairs else []


def absolute(url):
    """Return ``url`` with the site's own address, unless it has another one (a bucket's)."""
    return settings.SITE_URL + url if url.startswith("/") else url


def picture_of(page):
    """Return what other sites show of ``page``: what editors chose, what was drawn, what it has.

    At most three queries.
    """
    if page.share_image:
        return rendered(page.share_image, page.share_image.description)
    try:
        drawn = page.drawn_share_image
    except ObjectDoesNotExist:
        drawn = None
    if drawn and drawn.file:
        return Picture(absolute(drawn.url), drawn.width, drawn.height, drawn.alt)
    return rendered(page.hero_image, page.hero_description) if page.hero_image else None


def rendered(image, alt):
    """Return ``image`` in the size that other sites want.

    None when its file is unreadable, or when the worker has not yet made it.
    """
    try:
        rendition = image.get_renditions(SHARED)[SHARED]
    except (OSError, SyntaxError):  # Wagtail's SourceImageIOError is an OSError
        return None
    if not rendition.file:
        return None
    return Picture(absolute(rendition.url), rendition.width, rendition.height, alt)
