"""What is tidied up once a day, by one of the workers."""

import uuid

from django.dispatch import Signal, receiver

from editing import bin, history, outbox_upkeep
from editing.lease import Lease

DAY = 24 * 60 * 60  # seconds

# Any app connects what it has to tidy up; receivers take ``**kwargs``.
daily = Signal()


def keep_up():
    """Let everybody tidy up, at most once a day over all workers.

    One that fails does not stop the others: Django logs the failure (``django.dispatch``).
    """
    if Lease.take("upkeep", uuid.uuid4().hex, DAY):
        daily.send_robust(sender=None)


@receiver(daily)
def empty_the_bin(**kwargs):
    """Let go of what was deleted 30 days ago."""
    bin.purge()


@receiver(daily)
def shorten_histories(**kwargs):
    """Let go of autosaves that nobody needs."""
    history.prune()


@receiver(daily)
def empty_the_outbox(**kwargs):
    """Let go of mails that were sent half a year ago."""
    outbox_upkeep.prune()
