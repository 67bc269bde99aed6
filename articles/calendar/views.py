"""The calendar itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.generic import View

from articles.calendar.beginning import index_to_write_in
from articles.calendar.dates import VIEWS, on_day, span, years
from articles.calendar.entries import Entries, first_publication
from articles.calendar.feed import address
from articles.calendar.frame import CalendarFrame
from articles.calendar.models import CalendarFeed
from articles.calendar.moving import MoveForm
from articles.calendar.picks import Picks
from articles.calendar.states import State
from editing.dates import day

# How many entries a day shows before it says how many more there are.
LIMITS = {"month": 4, "week": 20, "day": 500}
LANE = 20


@dataclass
class Day:
    date: date
    entries: list
    more: int
    more_url: str
    is_today: bool
    is_past: bool
    is_outside: bool


class CalendarView(CalendarFrame, View):
    """A month, a week or a day, and the lane of what has no date.

    Raises Http404 for a day in a year that is out of reach.
    """

    template_name = "articles/calendar/calendar.html"

    def get(self, request):
        self.span = span(request.GET.get("view"), request.GET.get("date"))
        self.years = years(first_publication())
        if self.span.day.year not in self.years:
            raise Http404
        self.picks = Picks(request.GET)
        return self.render_to_response(self.get_context_data())

    def url(self, **changes):
        """Return the address of this calendar with some of its values changed."""
        values = {"view": self.span.view, "date": self.span.day.isoformat()}
        return f"{reverse('calendar:index')}?{urlencode(values | self.picks.picked | changes)}"

    def url_of(self, day, **changes):
        """Return the address of ``day``, or nothing when it is out of reach."""
        return self.url(date=day.isoformat(), **changes) if day.year in self.years else ""

    def get_context_data(self, **kwargs):
        entries = Entries(self.request.user, self.picks)
        undated = entries.undated()
        lane = len(undated) if "lane" in self.request.GET else LANE
        feed = CalendarFeed.objects.filter(user=self.request.user).first()
        tomorrow = timezone.localdate() + timedelta(days=1)
        now = self.span
        shown = entries.between(now.start, now.end)
        return super().get_context_data(
            span=now,
            title=title(now),
            days=self.days(shown),
            is_empty=not shown,
            lane=undated[:lane],
            lane_more=len(undated[lane:]),
            lane_url=self.url(lane="all"),
            here=self.url(),
            write_in=index_to_write_in(self.request.user, self.picks.picked.get("language")),
            views=[(name, label, self.url(view=name)) for name, label in VIEWS.items()],
            previous_url=self.url_of(now.previous),
            next_url=self.url_of(now.next),
            today_url=self.url(date=timezone.localdate().isoformat()),
            clear_url=f"{reverse('calendar:index')}?view={now.view}&date={now.day.isoformat()}",
            picks=self.picks,
            states=list(State),
            move_form=MoveForm(auto_id="calendar-%s", initial={"when": on_day(None, tomorrow)}),
            feed=feed,
            feed_address=feed and address(feed),
            **kwargs,
        )

    def days(self, entries):
        by_day = {day: [] for day in self.span.days}
        for entry in entries:
            by_day[timezone.localdate(entry.when)].append(entry)
        today, limit = timezone.localdate(), LIMITS[self.span.view]
        closer = "week" if self.span.view == "month" else "day"
        is_outside = partial(outside, self.span)
        return [
            Day(
                date=day,
                entries=found[:limit],
                more=len(found[limit:]),
                more_url=self.url_of(day, view="day" if len(found) > LIMITS["week"] else closer),
                is_today=day == today,
                is_past=day < today,
                is_outside=is_outside(day),
            )
            for day, found in by_day.items()
        ]


def outside(span, day):
    return span.view == "month" and day.month != span.day.month


def title(span):
    """Return what the span is called: a month, a week by its Monday, a day."""
    if span.view == "month":
        return date_format(span.day, "F Y")
    if span.view == "week":
        return _("Week of %(day)s") % {"day": day(span.days[0], "j F Y")}
    return day(span.day, "l j F Y")
