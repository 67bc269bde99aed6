"""How many requests came from one computer within an hour."""

import ipaddress
from datetime import timedelta

from django.db import models
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import salted_hmac

from editing.worker.jobs import every_pass

SALT = "contact.spam.arrivals"
WINDOW = timedelta(hours=1)


class Arrival(models.Model):
    """A request came from an address, of which only a keyed hash is kept, and not for long.

    A table and no cache: the default cache forgets entries when it is full, and cannot count.
    Nothing leads from a request to its arrival.
    """

    address_hash = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    never_shown = True  # to readers

    def __str__(self):
        return f"{self.address_hash[:8]}: {self.at}"


def hash_of(address):
    """Return the keyed hash of an IPv4 address, or of the /64 that one customer gets in IPv6."""
    length = 64 if address.version == 6 else 32
    network = ipaddress.ip_network((address, length), strict=False)
    return salted_hmac(SALT, str(network), algorithm="sha256").hexdigest()


def arrive(address, limit):
    """Note an arrival; return whether it is one too many within an hour."""
    address_hash = hash_of(address)
    within = timezone.now() - WINDOW
    earlier = Arrival.objects.filter(address_hash=address_hash, at__gt=within)
    full = len(earlier.values_list("pk")[:limit]) == limit
    Arrival.objects.create(address_hash=address_hash)
    return full


@receiver(every_pass)
def forget(**kwargs):
    """Forget the addresses of more than an hour ago."""
    old = Arrival.objects.filter(at__lte=timezone.now() - WINDOW)
    if old.exists():  # a statement that changes nothing would still wait for those that do
        old.delete()
