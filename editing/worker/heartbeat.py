"""The worker's sign of life, which every process can read."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

# Without these two nothing is published and no mail leaves.
WATCHED = ("publish", "send_mail")
PATIENCE = timedelta(minutes=5)


class Heartbeat(models.Model):
    """When a job of any worker last began."""

    job = models.CharField(max_length=50, primary_key=True)
    seen = models.DateTimeField()

    never_shown = True  # to readers

    def __str__(self):
        return f"{self.job}: {self.seen}"


def beat(job):
    """Record that ``job`` is alive."""
    now = timezone.now()
    if not Heartbeat.objects.filter(job=job).update(seen=now):
        Heartbeat.objects.get_or_create(job=job, defaults={"seen": now})


def last_sign():
    """Return the last sign of life of the job that is silent longest; None: it never ran."""
    seen = dict(Heartbeat.objects.filter(job__in=WATCHED).values_list("job", "seen"))
    return min(seen.values()) if len(seen) == len(WATCHED) else None


def is_silent(sign):
    """Return whether ``sign``, as `last_sign` gives it, is a reason for alarm."""
    return sign is None or timezone.now() - sign > PATIENCE
