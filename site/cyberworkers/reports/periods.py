"""The spans of time for which reports give sums: today is the last day of each."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

PERIODS = {
    "last_7": (7, _("7 days")),
    "last_30": (30, _("30 days")),
    "last_365": (365, _("365 days")),
    "total": (None, _("In all")),
}


def first_day(days):
    """Return the first of the last ``days`` days."""
    return timezone.localdate() - timedelta(days=days - 1)


def sums(aggregate, day):
    """Return annotations for each period: ``aggregate``, a function that takes the Q of the
    rows that count, None for all. ``day`` is the look-up of a row's day.
    """
    return {
        name: aggregate(Q(**{f"{day}__gte": first_day(days)}) if days else None)
        for name, (days, _label) in PERIODS.items()
    }
