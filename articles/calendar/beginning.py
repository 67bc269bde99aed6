"""A click on a day begins an interview that has this date already."""

from datetime import timedelta

from django.http import Http404
from django.utils import timezone
from wagtail.admin.views.pages.create import CreateView

from articles.calendar.dates import midnight, on_day, parsed, years
from articles.transcript.cms.rights import indexes_for


def index_to_write_in(user, language=""):
    """Return the list below which ``user`` begins: of ``language``, or the first; or None."""
    indexes = indexes_for(user)
    same = [index for index in indexes if index.locale.language_code == language]
    return next(iter(same or indexes), None)


class BeginView(CreateView):
    """Wagtail's own form of a new interview, in which the date is filled in.

    It posts to Wagtail's own address: nothing is stored before something is written. Raises
    Http404 for a day that is past or out of the calendar's reach.
    """

    def dispatch(self, request, parent_page_id, day):
        self.when = beginning(day)
        return super().dispatch(request, "articles", "interviewpage", parent_page_id)

    def get(self, request):
        self.page.go_live_at = self.when
        return super().get(request)


def beginning(day):
    """Return the moment that a text for ``day`` gets: the morning, or the next hour of today."""
    date = parsed(day)
    if date is None or date < timezone.localdate() or date.year not in years():
        raise Http404
    soon = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    last = midnight(date) + timedelta(hours=23, minutes=59)
    return min(max(on_day(None, date), soon), last)
