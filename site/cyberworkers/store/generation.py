"""The name of what readers see now: it changes with every change, and is never the same twice."""

import logging
import mmap
import os
import sqlite3
from functools import cache
from threading import Lock

from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    InterfaceError,
    connection,
    connections,
    transaction,
)

from cyberworkers.store.models import Change

logger = logging.getLogger(__name__)
# More rows than these are made one by `tidy`.
MANY = 50
READ = f"SELECT token FROM {Change._meta.db_table} ORDER BY token"


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


def joined(rows):
    return "".join(token for (token,) in rows) or None


class Glance:
    """The generation in the SQLite file ``name``, read again only after a commit.

    In WAL mode the beginning of its index, which all processes share, holds other bytes after each
    commit, whoever made it (https://sqlite.org/walformat.html, 2.1); SQLite itself looks there. It
    costs a hundredth of the shortest query, and the interpreter is not let go of.
    """

    HEADER = 48  # bytes

    def __init__(self, name):
        self.lock = Lock()
        self.seen = self.index = self.connection = None
        try:
            self.open(name)
        except (OSError, ValueError, sqlite3.Error):
            self.index = None  # no file, or not in WAL mode

    def open(self, name):
        """Both stay open for as long as the process: with its last connection an index goes, and
        whoever closes a file gives up all locks that the process has on it.
        """
        self.connection = sqlite3.connect(
            f"file:{name}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        if self.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
            self.connection.execute(READ).fetchall()  # makes the index
            self.file = os.open(f"{name}-shm", os.O_RDONLY)
            self.index = mmap.mmap(self.file, self.HEADER, prot=mmap.PROT_READ)

    def __call__(self):
        """Return the generation; None where this is no way to find it."""
        if self.index is None:
            return None
        seen = self.seen
        if seen and seen[0] == self.index[: self.HEADER]:
            return seen[1]
        with self.lock:
            # What is committed between the two leaves another header than this one.
            header = self.index[: self.HEADER]
            try:
                found = joined(self.connection.execute(READ).fetchall())
            except sqlite3.Error:
                return None
            self.seen = header, found
        return found


@cache
def glance_at(name):
    """Return the Glance of this process, which is no other's."""
    return Glance(name)


os.register_at_fork(after_in_child=glance_at.cache_clear)


def of_request(request):
    """Return the generation of which ``request`` is answered, read once; None where it is unknown.

    Only of what asks: an answer to a post may show what it has changed itself.
    """
    if request.method not in ("GET", "HEAD"):
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
