"""The years in which interviews have a date."""

from django.db import connections
from django.db.models import DateField
from django.db.models.expressions import RawSQL
from django.db.models.functions import TruncYear

# One step of the index on dates for each year, however many interviews a year has: what PostgreSQL
# calls a loose index scan and does not do by itself (https://wiki.postgresql.org/wiki/Loose_indexscan).
STEPS = """
WITH RECURSIVE newest (date) AS (
    SELECT * FROM ({first}) AS first
    UNION ALL SELECT ({before}) FROM newest WHERE date IS NOT NULL
) SELECT date FROM newest WHERE date IS NOT NULL
"""


def years_of_few(interviews):
    """Return the years of ``interviews``, a queryset, the last first. All of them are read."""
    return [date.year for date in interviews.dates("date", "year", order="DESC")]


def years_of_many(interviews):
    """Return the same of most interviews that there are; by the index on dates."""
    first = interviews.order_by("-date").values("date")
    this_year = TruncYear(RawSQL("newest.date", [], DateField()))
    before = first.filter(date__lt=this_year)
    (first_sql, first_values), (before_sql, before_values) = (
        dates[:1].query.sql_with_params() for dates in (first, before)
    )
    with connections[interviews.db].cursor() as cursor:
        sql = STEPS.format(first=first_sql, before=before_sql)
        cursor.execute(sql, [*first_values, *before_values])
        return [int(str(date)[:4]) for (date,) in cursor]
