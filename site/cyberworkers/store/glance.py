"""Whether anything was committed to SQLite, without a query."""

import mmap
import os
import sqlite3
from functools import cache
from threading import Lock

from cyberworkers.store.models import Change

READ = f"SELECT token FROM {Change._meta.db_table} ORDER BY token"


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
