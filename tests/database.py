"""The suite's database: migrated once, kept, and copied for every process that runs tests.

The name of the kept one holds a hash of all migrations, and it gets that name when it is whole:
neither an edited migration nor a run that was killed leaves one behind that is taken for right.
What a test commits is undone by copying again.
"""

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, connections, transaction

from cyberworkers.store import shown, triggers
from cyberworkers.store.shown import is_never_shown


def migrations():
    """Return a hash of the migrations of all applications, those of packages and triggers too."""
    digest = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        digest.update(f"{model._meta.label} {is_never_shown(model)}".encode())
    for module in (triggers, shown):
        digest.update(Path(module.__file__).read_bytes())
    for app in apps.get_app_configs():
        for file in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(f"{app.label} {file.name}".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def copied():
    """Let `connection` work on a copy of the kept database; return the copy.

    Its `remember` keeps what it holds at that moment, `restore` brings that back.
    """
    copy = {"sqlite": File, "postgresql": Server}[connection.vendor](migrations())
    copy.make()
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = copy.name
    return copy


def migrate(name):
    """Make the database ``name`` by all migrations."""
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()


class File:
    """The kept database is a file in var/, the copy one in a folder that is removed."""

    def __init__(self, key):
        self.kept = settings.STATE_DIR / f"test-{key}.sqlite3"
        self.folder = tempfile.TemporaryDirectory(prefix="cyberworkers-database-")
        self.name = f"{self.folder.name}/test.sqlite3"

    def make(self):
        # One process makes what is missing; the others wait for it. The lock ends with a process.
        with open(settings.STATE_DIR / "test.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self.kept.exists():
                for old in settings.STATE_DIR.glob("test-*.sqlite3"):
                    old.unlink()
                migrate(self.name)
                os.replace(shutil.copy(self.name, f"{self.kept}.half"), self.kept)
            shutil.copy(self.kept, self.name)

    def remember(self):
        self.memory = sqlite3.connect(":memory:", check_same_thread=False)
        with closing(sqlite3.connect(self.name)) as copy:
            copy.backup(self.memory)

    def restore(self):
        connections.close_all()
        with closing(sqlite3.connect(self.name)) as copy:
            self.memory.backup(copy)

    def remove(self):
        connections.close_all()
        self.folder.cleanup()


class Server:
    """The kept database and the copies are on the server of DATABASE_URL.

    Locks of the server end with the connection that took them, whatever became of its process:
    the first lets one process at a time make what is missing, the second says that somebody is
    at work. Who is alone removes what killed runs left, and databases of older migrations.
    """

    def __init__(self, key):
        self.server = connection.copy()
        self.server.settings_dict["NAME"] = None  # Django's word for the one that is always there
        self.prefix = f"test_{connection.settings_dict['NAME']}"
        self.kept = f"{self.prefix}_{key}"
        self.name = f"{self.prefix}_{self.ask('SELECT pg_backend_pid()')[0]}"

    def ask(self, sql, *values):
        """Return the first column of what the server answers."""
        with self.server.cursor() as cursor:
            cursor.execute(sql, values)
            return [row[0] for row in cursor.fetchall()] if cursor.description else []

    def lock(self, function, number):
        return self.ask(f"SELECT {function}(hashtext(%s), {number})", self.prefix)[0]

    def make(self):
        self.lock("pg_advisory_lock", 1)
        if self.lock("pg_try_advisory_lock", 2):
            for name in self.all():
                if name != self.kept:
                    self.drop(name)
            self.lock("pg_advisory_unlock", 2)
        self.lock("pg_advisory_lock_shared", 2)
        if self.kept not in self.all():
            migrate(self.name)
            self.ask(f'ALTER DATABASE "{self.name}" RENAME TO "{self.kept}"')
        self.copy(self.kept, self.name)
        self.lock("pg_advisory_unlock", 1)

    def all(self):
        ours = re.compile(rf"{re.escape(self.prefix)}_([0-9a-f]{{12}}|[0-9]+)")
        return [
            name for name in self.ask("SELECT datname FROM pg_database") if ours.fullmatch(name)
        ]

    def drop(self, name):
        self.ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def copy(self, source, target):
        self.drop(target)
        self.ask(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    def remember(self):
        """Keep the rows in a schema beside; another database would have to be dropped each time."""
        tables = [
            connection.ops.quote_name(name) for name in connection.introspection.table_names()
        ]
        with connection.cursor() as cursor:
            cursor.execute("CREATE SCHEMA whole")
            for table in tables:
                cursor.execute(f"CREATE TABLE whole.{table} AS TABLE {table}")
        self.back = [f"DELETE FROM {table}" for table in tables]  # noqa: S608 - names are quoted
        self.back += [f"INSERT INTO {table} SELECT * FROM whole.{table}" for table in tables]  # noqa: S608

    def restore(self):
        """Put back the rows that were there, and no others."""
        connections.close_all()
        # In one transaction: what refers to a row may come before it, or go after it.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(";".join(self.back))
        connection.close()

    def remove(self):
        connections.close_all()
        self.drop(self.name)
        self.server.close()
