"""What is tidied up once a day, by one of the workers."""

import uuid

from django.dispatch import Signal

from editing import bin, history
from editing.lease import Lease

DAY = 24 * 60 * 60  # seconds

# The other apps tidy up their own at the same time: one that fails does not stop the others.
daily = Signal()


def keep_up():
    """Empty the bin of what is 30 days old, and the history of autosaves that nobody needs.

    Then the other apps do theirs.
    """
    if Lease.take("upkeep", uuid.uuid4().hex, DAY):
        bin.purge()
        history.prune()
        daily.send_robust(sender=None)
