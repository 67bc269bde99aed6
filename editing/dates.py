"""Dates as the editors say them."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from cyberworkers.typography import typeset


def spoken(when):
    """Return a date with its hour and zone: “Tuesday 3 March at 08:00 (Paris time)”."""
    local = timezone.localtime(when)
    form = "l j F" if local.year == timezone.localtime().year else "l j F Y"
    return _("%(day)s at %(time)s (%(zone)s time)") % {
        "day": day(local, form),
        "time": date_format(local, "H:i"),
        "zone": zone(),
    }


def day(date, form):
    """Return ``date`` as Django's ``form`` says; in French the first of a month is “1er”."""
    return typeset(date_format(date, form))


def since(moment):
    """Return how long ago a moment was, roughly: “3 hours ago”."""
    if timezone.now() - moment < timedelta(minutes=1):
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(moment, depth=1)}


def zone():
    """Return the place that names the time zone in use: “Paris”."""
    return timezone.get_current_timezone_name().rpartition("/")[2].replace("_", " ")
