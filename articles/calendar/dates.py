"""What the calendar shows: a month, a week or a day; weeks begin on Monday."""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

VIEWS = {"month": _("Month"), "week": _("Week"), "day": _("Day")}
# How far the calendar leads in each direction.
REACH = 10  # years
MORNING = time(8)


@dataclass(frozen=True)
class Span:
    """The days around ``day`` that ``view`` shows."""

    view: str
    day: date

    @property
    def days(self):
        if self.view == "day":
            return [self.day]
        monday = self.day - timedelta(days=self.day.weekday())
        if self.view == "week":
            return [monday + timedelta(days=number) for number in range(7)]
        weeks = calendar.Calendar().monthdatescalendar(self.day.year, self.day.month)
        return [day for week in weeks for day in week]

    @property
    def start(self):
        return midnight(self.days[0])

    @property
    def end(self):
        """The moment after the last day."""
        return midnight(self.days[-1] + timedelta(days=1))

    @property
    def previous(self):
        if self.view == "month":
            return (self.day.replace(day=1) - timedelta(days=1)).replace(day=1)
        return self.day - timedelta(days=len(self.days))

    @property
    def next(self):
        if self.view == "month":
            return (self.day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return self.day + timedelta(days=len(self.days))


def span(view, day):
    """Return the Span that two query values ask for; what cannot be read is this month, today."""
    return Span(view if view in VIEWS else "month", parsed(day) or timezone.localdate())


def parsed(day):
    """Return the date that a text like “2026-12-01” names, or None."""
    try:
        return parse_date(day or "")
    except ValueError:  # well formed, and no day: 31 November
        return None


def years(first=None):
    """Return the years that the calendar shows: ten back, or from ``first`` on, to ten ahead.

    ``first`` is the moment of the first publication, if there was one.
    """
    now = timezone.localdate().year
    begin = min(now - REACH, timezone.localtime(first).year) if first else now - REACH
    return range(begin, now + REACH + 1)


def midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def on_day(when, day):
    """Return the moment on ``day`` at the hour of ``when``, or in the morning without one.

    In an hour that the change of the clocks skips or repeats, it is one hour later: the editor's
    form takes no such hour, and could not be saved any more.
    """
    hour = timezone.localtime(when).time() if when else MORNING
    moment = datetime.combine(day, hour)
    either, other = (timezone.make_aware(moment.replace(fold=fold)) for fold in (0, 1))
    if either.utcoffset() != other.utcoffset():
        moment += timedelta(hours=1)
    return timezone.make_aware(moment.replace(fold=0)).astimezone(UTC)
