"""Adding one to a count of today, whoever else does the same, and without waiting long."""

from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

PATIENCE = 300  # milliseconds for another writer to be done; then the count is lost
MOST_A_DAY = 20_000  # of one count: a flood falsifies no more, and stores nothing to be noticed


def add_one(model, field, most_rows=None, **key):
    """Add one to ``field`` of today's row with ``key``; return whether it was counted.

    It is not when the count is full, when it would be a new row beyond ``most_rows`` of today,
    or when the database is busy or away: a count may be lost, a page never.

    One statement as a rule. Of two that are the first of the day at once, one makes the row, with
    zero, and then the database adds for each.
    """
    today = model.objects.filter(day=timezone.localdate())
    row = today.filter(**key, **{f"{field}__lt": MOST_A_DAY})
    one_more = {field: F(field) + 1}
    try:
        with impatience():
            if row.update(**one_more):
                return True
            if most_rows is not None and today.count() >= most_rows:
                return False
            new = model(day=timezone.localdate(), **key)
            model.objects.bulk_create([new], ignore_conflicts=True)
            return bool(row.update(**one_more))
    except DatabaseError:
        return False


@contextmanager
def impatience():
    """Wait PATIENCE for other writers, then raise OperationalError: a thread that waits for a
    number cannot serve a page. Elsewhere the site waits long (SQLite) or for ever.
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
