"""Writing what a page can do without, and not waiting for it."""

from contextlib import contextmanager

from django.db import connection, transaction

PATIENCE = 300  # milliseconds for another writer to be done


@contextmanager
def impatience():
    """Wait PATIENCE for other writers, then raise OperationalError: a thread that waits
    cannot serve a page. Elsewhere the site waits long (SQLite) or for ever.
    """
    on_sqlite = connection.vendor == "sqlite"
    usual = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000) if on_sqlite else 0
    with connection.cursor() as cursor:
        if on_sqlite:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            with transaction.atomic():
                if not on_sqlite:
                    cursor.execute("SET LOCAL lock_timeout = %s", [PATIENCE])
                yield
        finally:
            if on_sqlite:
                cursor.execute(f"PRAGMA busy_timeout = {usual}")
