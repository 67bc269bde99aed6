"""What is due, late and to come."""

from django.utils import timezone
from wagtail.models import Revision


def scheduled():
    """Return the approved revisions that wait for their date, the next one first."""
    return Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by(
        "approved_go_live_at"
    )


def late():
    """Return the approved revisions whose date has passed."""
    return scheduled().filter(approved_go_live_at__lt=timezone.now())
