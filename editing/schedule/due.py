"""What is due, late and to come."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Revision

# The worker passes every few seconds: what is not done by then is a reason for alarm.
ALARM_AFTER = timedelta(minutes=2)


def scheduled():
    """Return the approved revisions that wait for their date, the next one first."""
    return Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by(
        "approved_go_live_at", "pk"
    )


def late():
    """Return the approved revisions whose date has passed."""
    return scheduled().filter(approved_go_live_at__lte=timezone.now())


def expired():
    """Return the pages that should not be published any more, the latest first to be helped.

    An alias follows its source; it counts only where the source is already withdrawn.
    """
    return Page.objects.filter(
        Q(alias_of=None) | Q(alias_of__live=False), live=True, expire_at__lte=timezone.now()
    ).order_by("expire_at", "pk")
