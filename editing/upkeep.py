"""What is tidied up once a day, by one of the workers."""

import uuid

from editing import bin, history
from editing.lease import Lease

DAY = 24 * 60 * 60  # seconds


def keep_up():
    """Empty the bin of what is 30 days old, and the history of autosaves that nobody needs."""
    if Lease.take("upkeep", uuid.uuid4().hex, DAY):
        bin.purge()
        history.prune()
