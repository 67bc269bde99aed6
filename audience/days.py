"""The views of the last days, for a drawing and a table."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Sum

from audience.models import PageViews
from cyberworkers.reports.periods import first_day

SHOWN = 30
HEIGHT, STEP = 100, 20  # of the drawing, and from bar to bar, in its own units


class Day(NamedTuple):
    """``x``, ``y`` and ``height`` are those of its bar."""

    day: date
    views: int
    x: int
    y: int
    height: int


def last_days():
    """Return the last 30 days as Days, the oldest first; a day without views has none."""
    first = first_day(SHOWN)
    rows = PageViews.objects.filter(day__gte=first).values_list("day").annotate(Sum("views"))
    views = dict(rows)
    most = max(views.values(), default=0) or 1
    return [as_day(first + timedelta(number), number, views, most) for number in range(SHOWN)]


def as_day(day, number, views, most):
    height = round(HEIGHT * views.get(day, 0) / most)
    return Day(day, views.get(day, 0), number * STEP, HEIGHT - height, height)
