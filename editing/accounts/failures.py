"""The list of failed log-ins and of passwords asked for anew, for administrators."""

from axes.models import AccessFailureLog
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView


def what(failure):
    """Return what failed, in words."""
    often = failure.locked_out
    if failure.path_info == reverse("wagtailadmin_password_reset"):
        return _("New password asked for too often") if often else _("New password asked for")
    return _("Wrong password, then locked") if often else _("Wrong password")


class FailureReport(ReportView):
    """Of the last month, the latest first."""

    model = AccessFailureLog
    page_title = _("Failed log-ins")
    header_icon = "lock"
    index_url_name = "failed_logins"
    index_results_url_name = "failed_logins_results"
    default_ordering = "-attempt_time"
    no_results_message = _("Nobody has failed to log in.")
    columns = [
        DateColumn("attempt_time", label=_("When"), sort_key="attempt_time"),
        Column("what", label=_("What"), accessor=what),
        Column("username", label=_("Account, as it was typed"), sort_key="username"),
        Column("ip_address", label=_("From the address"), sort_key="ip_address"),
    ]
    any_permission_required = ["view"]
    list_export = ["attempt_time", "username", "ip_address", "path_info", "locked_out"]

    def user_has_any_permission(self, permissions):
        return self.request.user.is_superuser


class FailureReportItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def failure_report_urls():
    results = FailureReport.as_view(results_only=True)
    return [
        path("reports/failed-logins/", FailureReport.as_view(), name="failed_logins"),
        path("reports/failed-logins/results/", results, name="failed_logins_results"),
    ]


@hooks.register("register_reports_menu_item")
def failure_report_item():
    return FailureReportItem(
        _("Failed log-ins"), reverse("failed_logins"), icon_name="lock", order=900
    )
