"""Adding one to a count of today, whoever else does the same, and without waiting long."""

from django.db import DatabaseError
from django.db.models import F
from django.utils import timezone

from cyberworkers.outages.impatience import impatience

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
