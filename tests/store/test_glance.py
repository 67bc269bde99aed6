"""On SQLite a glance tells whether anything changed; no change is overlooked, whoever made it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from threading import Thread

import pytest
from django.db import connection, transaction

from cyberworkers.store import generation, glance

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL is asked each time."),
]
WRITE = "UPDATE wagtailcore_page SET title = title || ' !' WHERE depth = 2"


def file():
    return str(connection.settings_dict["NAME"])


def here():
    with connection.cursor() as cursor:
        cursor.execute(WRITE)


def in_a_transaction():
    with transaction.atomic():
        here()


def in_another_thread():
    def write():
        here()
        connection.close()

    thread = Thread(target=write)
    thread.start()
    thread.join()


def by_another_connection():
    with closing(sqlite3.connect(file())) as other, other:
        other.execute(WRITE)


def by_another_process():
    code = f"import sqlite3; c = sqlite3.connect({file()!r}); c.execute({WRITE!r}); c.commit()"
    subprocess.run([sys.executable, "-c", code], check=True)


def with_every_other_connection_closed():
    connection.close()
    by_another_process()


def before_the_log_is_written_back():
    by_another_process()
    with closing(sqlite3.connect(file())) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")


CHANGES = (
    here,
    in_a_transaction,
    in_another_thread,
    by_another_connection,
    by_another_process,
    with_every_other_connection_closed,
    before_the_log_is_written_back,
)


def test_sees_what_is_changed_whoever_does_it():
    seen = [generation.current()]
    for change in CHANGES * 3:
        change()
        seen.append(generation.current())
        assert seen[-1] not in {None, *seen[:-1]}, change


def test_asks_the_database_nothing_while_nothing_changes(django_assert_num_queries):
    asked = []
    generation.current()
    glance.glance_at(connection.settings_dict["NAME"]).connection.set_trace_callback(asked.append)
    with django_assert_num_queries(0):
        generation.current()
    assert asked == []
    here()
    generation.current()
    assert asked == [glance.READ]


def test_sees_nothing_of_what_is_not_committed_but_within_its_transaction():
    before = generation.current()
    with transaction.atomic():
        here()
        assert generation.current() != before
        seen = []
        thread = Thread(target=lambda: seen.append(generation.current()))
        thread.start()
        thread.join()
        assert seen == [before]
        transaction.set_rollback(True)
    assert generation.current() == before


def test_what_is_no_database_in_that_mode_is_asked_each_time(tmp_path):
    plain = tmp_path / "plain.sqlite3"
    with closing(sqlite3.connect(plain)) as other:
        other.execute(f"CREATE TABLE {glance.Change._meta.db_table} (token)")
    assert glance.Glance(plain)() is None
    assert glance.Glance(tmp_path / "none.sqlite3")() is None
    assert not (tmp_path / "none.sqlite3").exists()
