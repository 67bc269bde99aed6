"""What any app lets the worker do: at every pass, or once a day.

Receivers lie with what they work on and take ``**kwargs``. One that fails does not stop the
others: Django logs the failure (``django.dispatch``).
"""

import uuid

from django.dispatch import Signal

from editing.worker.lease import Lease

DAY = 24 * 60 * 60  # seconds

# What has to be done soon, but in nobody's request; several workers may do it at once.
every_pass = Signal()
# What is tidied up, by one of the workers.
daily = Signal()


def run_every_pass():
    """Let everybody do what waits."""
    every_pass.send_robust(sender=None)


def run_daily():
    """Let everybody tidy up, at most once a day over all workers."""
    if Lease.take("upkeep", uuid.uuid4().hex, DAY):
        daily.send_robust(sender=None)
