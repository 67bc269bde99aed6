"""Renditions that somebody missed, and the worker that makes them.

No reader waits for an image to be cut to size: who misses one asks for it here and shows what is
there. Every browser shows JPEG, and it is made at once; AVIF takes many times as long. So AVIF
comes last, after the thumbnails of the CMS; the rest in the order in which it was missed.
"""

import time
from contextlib import suppress
from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import DatabaseError, models
from django.db.models import Case, Value, When
from django.utils import timezone
from wagtail.images import get_image_model_string
from wagtail.images.models import SourceImageIOError

from cyberworkers.outages.files import takes_files
from cyberworkers.outages.impatience import impatience
from editing.worker import warming

THUMBNAIL = "max-165x165"  # what Wagtail's lists show of an image
SLOW = "format-avif"
PAUSE = timedelta(minutes=1)  # before a file that could not be read is tried again
LONG_PAUSE = timedelta(days=1)  # before a format that failed is, and what is there already
LONGEST = timedelta(minutes=15)  # after that a worker that began has crashed
KNOWN = ("filter_spec", "failed", "anew")
A_PASS = 5  # seconds: then the worker sees whether it shall stop


class WantedRendition(models.Model):
    """A rendition that was missed; ``failed`` where it could not be made so far.

    ``anew``: it is there, and is made once more, after all that is missed.
    """

    image = models.ForeignKey(get_image_model_string(), on_delete=models.CASCADE, related_name="+")
    filter_spec = models.CharField(max_length=255)
    not_before = models.DateTimeField(default=timezone.now)
    failed = models.BooleanField(default=False)
    anew = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True  # no use of the image that editors should hear of
    never_shown = True  # to readers

    class Meta:
        constraints = [models.UniqueConstraint(fields=("image", "filter_spec"), name="wanted_once")]

    def __str__(self):
        return f"{self.image_id}: {self.filter_spec}"


def want(image, specs):
    """Ask for the renditions ``specs`` of ``image``; return those that failed before.

    One query where all of them are wanted already, as at every view but the first. Where the
    database is busy nothing is noted: the page is shown, and the next view asks again.
    """
    asked = WantedRendition.objects.filter(image=image, filter_spec__in=specs)
    known = {spec: (failed, anew) for spec, failed, anew in asked.values_list(*KNOWN)}
    is_gone = any(anew for _failed, anew in known.values())  # which was to be made once more
    new = [spec for spec in specs if spec not in known]
    if is_gone or new:
        with suppress(DatabaseError), impatience():
            asked.filter(anew=True).update(anew=False, not_before=timezone.now())
            rows = [WantedRendition(image=image, filter_spec=spec) for spec in new]
            WantedRendition.objects.bulk_create(rows, ignore_conflicts=True)
    return {spec for spec, (failed, _anew) in known.items() if failed}


def make_wanted():
    """Make for some seconds what is wanted; looks again every second.

    Nothing is tried while media cannot be stored: it would count as failed for a day.
    """
    if waiting().exists() and not takes_files(default_storage):
        return False
    end = time.monotonic() + A_PASS
    made = False
    while time.monotonic() < end and (first := waiting().select_related("image").first()):
        made = True
        make(first)
    if made and not waiting().exists():
        warming.renew()  # what lacked a picture was not kept
    return True


def waiting():
    """Return what can be made now, in the order in which it is made, each with its ``turn``."""
    turn = Case(
        When(anew=True, then=Value(3)),
        When(filter_spec__contains=SLOW, then=Value(2)),
        When(filter_spec=THUMBNAIL, then=Value(1)),
        default=Value(0),
    )
    due = WantedRendition.objects.filter(not_before__lte=timezone.now())
    return due.annotate(turn=turn).order_by("turn", "pk")


def make(first):
    """Make all that has the turn of ``first``, of its image.

    Each is taken first: of several workers one makes it, and it is tried again much later where
    the worker does not come back.
    """
    alike = waiting().filter(image=first.image_id, turn=first.turn)
    specs = dict(alike.values_list("pk", "filter_spec"))
    mine = WantedRendition.objects.filter(pk__in=specs)
    if not mine.filter(not_before__lte=timezone.now()).update(not_before=timezone.now() + LONGEST):
        return
    try:
        if first.anew:
            first.image.make_anew(*specs.values())
            failed = set()
        else:
            made = first.image.get_renditions(*specs.values())
            failed = {spec for spec in specs.values() if spec not in made or not made[spec].file}
    except SourceImageIOError:  # the image says so itself, once a day
        pause = LONG_PAUSE if first.anew else PAUSE
        mine.update(failed=not first.anew, not_before=timezone.now() + pause)
    else:
        mine.exclude(filter_spec__in=failed).delete()
        mine.update(failed=True, not_before=timezone.now() + LONG_PAUSE)
