"""The name of what readers see now: it changes with every change, and is never the same twice."""

import logging

from django.conf import settings
from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    InterfaceError,
    connection,
    connections,
    transaction,
)

from cyberworkers.store.glance import READ, glance_at, joined
from cyberworkers.store.models import Change

logger = logging.getLogger(__name__)
# More rows than these are made one by `tidy`.
MANY = 50


def current():
    """Return the generation; None where it cannot be read.

    Inside a transaction that changed something, what that transaction would leave.
    """
    database = connections[DEFAULT_DB_ALIAS]  # `connection` looks for it at each use
    if database.vendor == "sqlite" and not database.in_atomic_block:
        found = glance_at(database.settings_dict["NAME"])()
        if found:
            return found
    try:
        with connection.cursor() as cursor:
            cursor.execute(READ)
            return joined(cursor)
    except (DatabaseError, InterfaceError):  # no database, or none that is set up
        return None


def is_reading(request):
    """Return whether ``request`` changes nothing that readers see: of what visitors send (a form,
    an answer to a link, a count), nothing is shown.
    """
    sends = request.method not in ("GET", "HEAD")
    return not (sends and request.path_info.startswith(settings.NOT_STORED))


def of_request(request):
    """Return the generation of which ``request`` is answered, read once; None where it is unknown.

    Only of what reads: an answer to a post of the CMS may show what it has changed itself.
    """
    if not is_reading(request):
        return None
    known = request.META.get("cyberworkers.generation")
    if known is None:
        known = request.META["cyberworkers.generation"] = current()
    return known


def tidy():
    """Make one of many rows. It names a new generation: nothing is kept under it yet."""
    if connection.vendor != "postgresql" or Change.objects.count() < MANY:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        # What another transaction notes meanwhile stays.
        cursor.execute(f"DELETE FROM {Change._meta.db_table}")
        cursor.execute(
            f"INSERT INTO {Change._meta.db_table} VALUES (txid_current(), gen_random_uuid(), now())"
        )
