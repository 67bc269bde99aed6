"""The requests that wait for an answer, on the home of the CMS."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks

from contact.inbox.list.counts import MOST, count_up_to, shown
from contact.requests.models import QuoteRequest
from editing.desk.panel import ListPanel, Row


class WaitingPanel(ListPanel):
    name = "waiting-requests"
    empty = gettext_lazy("No request is waiting.")
    icon = "mail"
    order = 15
    limit = 5
    guide = "les-demandes-de-devis"

    @property
    def all_url(self):
        return reverse("quote_requests:index") + f"?state={QuoteRequest.State.NEW}"

    def concerns(self):
        return self.user.has_perm("contact.view_quoterequest")

    @cached_property
    def waiting(self):
        return QuoteRequest.objects.filter(state=QuoteRequest.State.NEW)

    @cached_property
    def heading(self):
        count = count_up_to(self.waiting, MOST + 1)
        if not count:
            return _("Requests waiting")
        return ngettext("%(count)s request waiting", "%(count)s requests waiting", count) % {
            "count": shown(count)
        }

    def rows(self):
        oldest = self.waiting.only("reference", "name", "company", "submit_time").order_by(
            "submit_time", "pk"
        )
        return [
            Row(
                title=request.title,
                url=reverse("quote_requests:edit", args=[request.pk]),
                state=_("waiting for %(time)s") % {"time": timesince(request.submit_time, depth=1)},
                notes=[request.reference],
            )
            for request in oldest[: self.limit + 1]
        ]


@hooks.register("construct_homepage_panels")
def add_waiting_requests(request, panels):
    panel = WaitingPanel(request.user)
    if panel.concerns():
        panels.append(panel)
