"""The reports in the CMS."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from audience.page_report import PageReport
from audience.search_report import SearchReport
from cyberworkers.reports.report import works_on_pages


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("reports/audience/", PageReport.as_view(), name="audience_pages"),
        path("reports/searches/", SearchReport.as_view(), name="audience_searches"),
    ]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return works_on_pages(request.user)


@hooks.register("register_reports_menu_item")
def audience():
    return ReportMenuItem(_("Audience"), reverse("audience_pages"), icon_name="view", order=100)


@hooks.register("register_reports_menu_item")
def searches():
    return ReportMenuItem(
        _("Searches without result"), reverse("audience_searches"), icon_name="search", order=110
    )
