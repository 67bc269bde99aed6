"""The worker looks at each page before readers do, so that no reader waits for its images.

Images are made in their sizes when a template first asks for them. So the worker renders what is
new in every preview mode of the page, throws the result away, and notes what it has seen.
"""

import logging
import time
from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone, translation
from wagtail.models import Page

logger = logging.getLogger(__name__)

MOST_TRIES = 5
PAUSE = timedelta(minutes=1)  # after the first failure; four times as long after each other
LONGEST = timedelta(minutes=15)  # after that a worker that took a page has crashed
A_PASS = 5  # seconds: then the worker sees whether it shall stop
NEVER = Value(datetime(1970, 1, 1, tzinfo=UTC), output_field=models.DateTimeField())


class Prerendered(models.Model):
    """What the worker has seen of a page: its version ``seen``, and when it looks again, if so."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True)
    seen = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_look = models.DateTimeField(null=True, db_index=True)

    wagtail_reference_index_ignore = True  # no use of the page that editors should hear of
    never_shown = True  # to readers

    class Meta:
        db_table = "editing_showing"

    def __str__(self):
        return f"{self.page_id}: {self.seen}"


def prerender_again(pages):
    """Let the worker look again at ``pages``, keys of pages whose images may have changed."""
    seen_before = Prerendered.objects.filter(page__in=pages)
    seen_before.update(next_look=timezone.now(), tries=0)


def prerender():
    """Look at what is new for some seconds; return whether more waits."""
    tried = set()
    end = time.monotonic() + A_PASS
    while page := waiting().exclude(pk__in=tried).first():
        if time.monotonic() > end:
            return True
        tried.add(page.pk)
        if taken := take(page):
            look_at(page, taken)
    return False


def waiting():
    """Return the pages at which the worker has to look, the newest first, each with ``newest``."""
    changes = ("latest_revision_created_at", "last_published_at")
    newest = Greatest(*(Coalesce(name, NEVER) for name in changes))
    return (
        Page.objects.filter(depth__gt=1)
        .annotate(newest=newest)
        .filter(
            Q(prerendered=None)
            | Q(prerendered__seen__lt=F("newest"))
            | Q(prerendered__next_look__lte=timezone.now())
        )
        .select_related("prerendered", "locale")
        .order_by("-newest", "pk")
    )


def take(page):
    """Return Prerendered of ``page`` for this worker; None where another one has just taken it.

    It is tried again when this worker does not come back, but no more than after a failure.
    """
    known = getattr(page, "prerendered", None)
    tries = 1 + (known.tries if known and known.seen >= page.newest else 0)
    then = timezone.now() + LONGEST if tries < MOST_TRIES else None
    values = {"seen": page.newest, "tries": tries, "next_look": then}
    if known is None:
        taken, is_new = Prerendered.objects.get_or_create(page=page, defaults=values)
        return taken if is_new else None
    as_known = Prerendered.objects.filter(pk=known.pk, seen=known.seen, next_look=known.next_look)
    if not as_known.update(**values):
        return None
    return Prerendered(pk=known.pk, **values)


def look_at(page, taken):
    """Look at ``page`` and note it; after a failure it is tried again some times, ever later."""
    try:
        show(page.specific)
    except Exception:
        logger.exception("Page %s could not be shown.", page.pk)
        tries, then = taken.tries, timezone.now() + PAUSE * 4 ** (taken.tries - 1)
    else:
        tries, then = 0, None
    # Unless `prerender_again` was called meanwhile.
    as_taken = Prerendered.objects.filter(pk=taken.pk, next_look=taken.next_look)
    as_taken.update(tries=tries, next_look=then if tries < MOST_TRIES else None)


def show(page):
    """Render ``page`` as readers get it now, as they will and as it is being written.

    Raises RuntimeError where that fails; Django's log holds the reason.
    """
    for version in versions(page):
        for mode, _label in version.preview_modes:
            # The request of the preview sets its own language.
            with translation.override(page.locale.language_code):
                answer = version.make_preview_request(preview_mode=mode)
            if answer.status_code != 200:
                raise RuntimeError(f"{version!r} in mode {mode!r}: {answer.status_code}")


def versions(page):
    """Return the live version, the newest draft and what is scheduled, as far as they differ."""
    if page.live or not page.latest_revision_id:
        yield page
    drafts = Q(pk=page.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    for revision in page.revisions.filter(drafts).exclude(pk=page.live_revision_id):
        yield revision.as_object()
