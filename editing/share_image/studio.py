"""Draw what is wanted: after a publication, once a day for all pages, and when set up."""

import hashlib
import logging
import time

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from cyberworkers.pages import OwnPage
from editing.share_image.drawing import draw
from editing.share_image.models import ShareImage
from editing.worker.jobs import daily

logger = logging.getLogger(__name__)

EDITION = 2  # of design and colours: another number gives every image another address
SECONDS = 10  # in one pass, so that a worker that is asked to stop does
AT_ONCE = 500  # pages in one pass: most need nothing


@receiver(page_published, dispatch_uid="editing.share_image")
def want_published(instance, **kwargs):
    """Ask for the image of what was published; the worker draws it, not the request."""
    ShareImage.want([instance.pk])


@receiver(page_unpublished, dispatch_uid="editing.share_image")
def look_at_withdrawn(instance, **kwargs):
    """Let the worker remove the image. Wagtail sends this while it deletes a page, too: a new row
    would then belong to no page.
    """
    ShareImage.objects.filter(page_id=instance.pk).update(wanted=timezone.now())


@receiver(daily, dispatch_uid="editing.share_image")
def want_all(**kwargs):
    """Let the worker look at every page that is online: what is right already stays."""
    ShareImage.want(
        Page.objects.live().filter(alias_of=None, depth__gt=1).values_list("pk", flat=True)
    )


def draw_wanted():
    """Draw what is wanted, the latest publication first. One that fails waits for the next day.

    Two workers may draw the same image: it has the same name, so they agree.
    """
    until = time.monotonic() + SECONDS
    for row in ShareImage.objects.filter(wanted__isnull=False).order_by("-wanted", "-pk")[:AT_ONCE]:
        file, alt = row.file, row.alt
        try:
            file, alt = current(row.page.specific, row.file)
        except Exception:
            logger.exception("The share image of page %s could not be drawn.", row.page_id)
        put(row, file, alt)
        if time.monotonic() > until:
            break


def current(page, drawn):
    """Return the name and the description of the image of ``page``, drawing it where needed.

    ``drawn`` is the name of what was drawn to its end. Another file may be half of one, of a
    worker that was killed.
    """
    words = page.share_words() if page.live and isinstance(page, OwnPage) else None
    if words is None:
        return "", ""
    name = f"images/share-{page.pk}-{digest(words)}.jpg"
    if name != drawn or not default_storage.exists(name):
        content = draw(words)
        if content is None:
            return "", ""
        default_storage.delete(name)
        saved = default_storage.save(name, ContentFile(content))
        if saved != name:  # another worker was faster
            default_storage.delete(saved)
    return name, words.description


def digest(words):
    """Return 16 letters that stand for what is drawn: other words, another address."""
    image = words.picture
    picture = image and (image.file.name, image.file_hash, image.focal_point_x, image.focal_point_y)
    drawn = repr((EDITION, words._replace(picture=None), picture))
    return hashlib.sha256(drawn.encode()).hexdigest()[:16]


def put(row, file, alt):
    """Store what was drawn, unless the page was asked for again meanwhile; remove what it had."""
    with transaction.atomic():
        asked = ShareImage.objects.select_for_update().filter(pk=row.pk, wanted=row.wanted)
        if not asked.exists():
            if file and not ShareImage.objects.filter(file=file).exists():  # not another worker's
                default_storage.delete(file)
            return
        old, row.file, row.alt, row.wanted = row.file, file, alt, None
        row.save()
        if old and old != file:
            transaction.on_commit(lambda: default_storage.delete(old))
