"""A right that one worker at a time holds, over all processes and machines."""

from datetime import timedelta

from django.db import models
from django.utils import timezone


class Lease(models.Model):
    """Who holds the right called ``name``, and until when if nobody renews it.

    The clocks of the machines may differ by less than the leases last.
    """

    name = models.CharField(max_length=50, primary_key=True)
    holder = models.CharField(max_length=64)
    until = models.DateTimeField()

    never_shown = True  # to readers

    def __str__(self):
        return f"{self.name}: {self.holder}"

    @classmethod
    def take(cls, name, holder, seconds):
        """Take or renew the right for ``seconds``; return False when another one has it.

        One UPDATE decides, so of two at once only one succeeds on either database. A job that
        must run once a day takes its lease for a day and does not give it back.
        """
        now = timezone.now()
        values = {"holder": holder, "until": now + timedelta(seconds=seconds)}
        free = models.Q(until__lt=now) | models.Q(holder=holder)
        if cls.objects.filter(free, name=name).update(**values):
            return True
        return cls.objects.get_or_create(name=name, defaults=values)[1]

    @classmethod
    def give_back(cls, name, holder):
        """End the lease, if it is still ``holder``'s."""
        cls.objects.filter(name=name, holder=holder).update(until=timezone.now())
