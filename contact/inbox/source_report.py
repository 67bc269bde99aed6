"""The report of the pages that brought requests, without a word of the requests themselves."""

from django.db.models import Count
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from contact.requests.models import QuoteRequest
from cyberworkers.reports.periods import first_day, sums
from cyberworkers.reports.report import Report, works_on_pages


def may_see(user):
    """Return whether ``user`` works on pages or on requests: these are numbers, and nobody's."""
    return works_on_pages(user) or user.has_perm("contact.view_quoterequest")


class PagePaginator(WagtailPaginator):
    model = Page  # its rows are pages, not requests


class SourceReport(Report):
    """Requests of a year by the page from which they came, without spam."""

    page_title = _("Requests by page")
    header_icon = "mail"
    index_url_name = "requests_by_page"
    paginator_class = PagePaginator
    template_name = "contact/source_report.html"
    no_results_message = _("No request came from a page yet.")
    own_columns = [Column("source__title", label=_("Page from which they came"))]
    own_headings = {"source__title": _("Page from which they came")}
    periods = ("last_7", "last_30", "last_365")
    ties = ["source__title", "source"]
    file_name = "requests-by-page"

    def user_has_any_permission(self, permissions):
        return may_see(self.request.user)

    def get_base_queryset(self):
        requests = QuoteRequest.objects.without_spam().filter(
            source__isnull=False, submit_time__date__gte=first_day(365)
        )
        counts = sums(lambda chosen: Count("pk", filter=chosen), "submit_time__date")
        return requests.values("source", "source__title").annotate(**counts)


class SourceReportItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_admin_urls")
def source_report_url():
    return [path("reports/requests/", SourceReport.as_view(), name="requests_by_page")]


@hooks.register("register_reports_menu_item")
def source_report_item():
    return SourceReportItem(
        _("Requests by page"), reverse("requests_by_page"), icon_name="mail", order=120
    )
