"""The list of requests: all forms and languages in one."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views import generic

from contact.inbox.export.view import ExportMixin
from contact.inbox.list.columns import RequestTable, columns
from contact.inbox.list.counts import count_shown
from contact.inbox.list.filters import Mark, RequestFilterSet, Tab
from contact.inbox.list.marks import with_marks
from contact.inbox.list.paging import CappedPaginator
from contact.inbox.list.searching import search
from contact.requests.models import QuoteRequest

# What is done grows for ever: only what waits, or might, is counted.
COUNTED = [Tab.NEW, Tab.IN_PROGRESS, Tab.SPAM]


class RequestList(ExportMixin, generic.IndexView):
    any_permission_required = ["view"]
    table_class = RequestTable
    filterset_class = RequestFilterSet
    paginator_class = CappedPaginator
    is_searchable = True
    corrected = ""  # what was looked for instead of what was typed
    template_name = "contact/inbox/list.html"
    results_template_name = "contact/inbox/list_results.html"

    @cached_property
    def tab(self):
        """What is looked for may be done already; what is not looked for waits."""
        asked = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        looked_for = (
            self.is_searching or asked.get("address") or Mark.FAILED in asked.get("marks", [])
        )
        return Tab(asked.get("state") or (Tab.ALL if looked_for else Tab.OPEN))

    @cached_property
    def columns(self):
        return columns(self.user_has_permission("change"))

    def get_edit_url(self, instance):
        return reverse(self.edit_url_name, args=[instance.pk])

    def get_base_queryset(self):
        heavy = ("form_data", "search_text")
        return QuoteRequest.objects.select_related("assignee").defer(*heavy)

    def filter_queryset(self, queryset):
        return self.tab.of(super().filter_queryset(queryset))

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        found, self.corrected = search(queryset, self.search_query)
        return found

    def paginate_queryset(self, queryset, page_size):
        paginator, page, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        page.object_list = rows = with_marks(rows, self.request.user)
        return paginator, page, rows, is_paginated

    def get_table(self, object_list):
        table = super().get_table(object_list)
        table.may_change = self.user_has_permission("change")
        table.caption = _("Quote requests, the newest first")
        return table

    def tabs(self):
        """Return the tabs, each with its address, which keeps the search and the filters."""
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment"):
            query.pop(name, None)
        for tab in Tab:
            query["state"] = tab.value
            yield {
                "label": tab.label,
                "url": f"{self.index_url}?{query.urlencode()}",
                "count": count_shown(tab.of(QuoteRequest.objects)) if tab in COUNTED else "",
                "is_current": tab == self.tab,
            }

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {
            "tabs": list(self.tabs()),
            "may_change": self.user_has_permission("change"),
            "is_inbox": self.tab == Tab.OPEN,
            "is_narrowed": self.is_filtering and self.filters.form.changed_data != ["state"],
        }
