"""Mails that are over do not stay in the outbox for ever: they hold names, addresses, links."""

from datetime import timedelta

from django.dispatch import receiver
from django.utils import timezone
from post_office.models import STATUS, Email

from editing.worker.jobs import daily

KEPT = timedelta(days=183)  # since it was sent or given up: long enough to look into a complaint
BATCH = 1_000


def ownerless():
    """Return the mails of nothing that shows and erases them itself, as requests do."""
    owners = [one.name for one in Email._meta.related_objects if one.one_to_one]
    return Email.objects.filter(**{f"{name}__isnull": True for name in owners})


@receiver(daily)
def prune(**kwargs):
    """Delete the mails that were sent or given up more than KEPT ago, and belong to nothing."""
    over = ownerless().filter(
        status__in=[STATUS.sent, STATUS.failed], last_updated__lt=timezone.now() - KEPT
    )
    while numbers := list(over.values_list("pk", flat=True)[:BATCH]):
        Email.objects.filter(pk__in=numbers).delete()
