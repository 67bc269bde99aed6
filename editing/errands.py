"""What has to be done soon, but in nobody's request: the worker does it at its next pass."""

from django.dispatch import Signal

# Any app connects what it has to do; receivers take ``**kwargs``.
errands = Signal()


def run_errands():
    """Let everybody do what waits. One that fails does not stop the others: Django logs it."""
    errands.send_robust(sender=None)
