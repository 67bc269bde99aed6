"""Posters that the hosts offer: noted when a page is saved, fetched by the worker, once."""

import http.client
import io
import logging
import re
import warnings
from urllib.parse import urlsplit

from django.core.files.images import ImageFile
from django.dispatch import receiver
from PIL import Image, UnidentifiedImageError
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedException
from wagtail.images import get_image_model

from articles.video.download import Refused, download
from articles.video.hosts import recognise
from articles.video.models import VideoPoster
from editing.worker.jobs import every_pass

logger = logging.getLogger(__name__)

MOST = 5 * 1024 * 1024  # bytes
LARGEST = 4096  # pixels in each direction
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
TYPES = ("image/jpeg", "image/png", "image/webp")
# ValueError: an address that cannot be read.
FAILURES = (OSError, ValueError, http.client.HTTPException, EmbedException, Refused)


def videos(page):
    """Return the values of the video blocks of ``page``, an interview, in their order."""
    return [block.value for block in page.body if block.block_type == "video"]


def add_posters(values):
    """Give the videos without a chosen poster the one that was fetched, in one query or none."""
    lacking = [value for value in values if value.video and not value.get("poster")]
    if not lacking:
        return
    known = VideoPoster.objects.filter(address__in={value.video.watch for value in lacking})
    images = {poster.address: poster.image for poster in known.select_related("image")}
    for value in lacking:
        value.fetched = images.get(value.video.watch)


def note_missing(page):
    """Let the worker fetch what the videos of ``page`` lack, also what it did not get before."""
    lacking = {
        value.video.watch for value in videos(page) if value.video and not value.get("poster")
    }
    if lacking:
        VideoPoster.objects.filter(address__in=lacking, image=None).update(waiting=True)
        VideoPoster.objects.bulk_create(
            [VideoPoster(address=address) for address in sorted(lacking)], ignore_conflicts=True
        )


@receiver(every_pass)
def fetch_waiting(**kwargs):
    """Fetch each poster that waits; one that cannot be had is not asked for again.

    The row is taken first, so of several workers one asks the host, and a crash asks no second
    time. No transaction is open while a host is spoken to.
    """
    for poster in VideoPoster.objects.filter(waiting=True):
        if not VideoPoster.objects.filter(pk=poster.pk, waiting=True).update(waiting=False):
            continue
        try:
            poster.image = fetch(recognise(poster.address))
        except FAILURES as error:
            logger.info("No poster of %s: %s", poster.address, error)
        else:
            poster.waiting = False
            poster.save()


def fetch(video):
    """Return the poster of ``video`` as a new image of our own.

    Raises one of FAILURES where there is none, or none that can be trusted.
    """
    if video is None:
        raise Refused("no host of the table any longer")
    embed = get_embed(video.watch)
    address = urlsplit(embed.thumbnail_url)
    from_host = re.fullmatch(video.pictures, address.netloc, re.ASCII)
    if address.scheme != "https" or not from_host:
        raise Refused(f"a poster of another host: {address.netloc}")
    content = download(embed.thumbnail_url, TYPES, MOST)
    name = f"video.{FORMATS[format_of(content)]}"
    return get_image_model().objects.create(
        title=embed.title or video.watch,
        credit=", ".join(filter(None, (embed.author_name, video.host)))[:120],
        file=ImageFile(io.BytesIO(content), name=name),
    )


def format_of(content):
    """Return "JPEG", "PNG" or "WEBP". Raises Refused where ``content`` is no sound picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=list(FORMATS)) as picture:
                if max(picture.size) > LARGEST:
                    raise Refused("too many pixels")
                picture.load()
                return picture.format
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, Warning) as error:
        raise Refused("not a picture") from error
