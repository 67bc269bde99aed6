"""The report of views: the last thirty days, then page by page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page

from audience.days import last_days
from audience.models import sum_of
from cyberworkers.reports.periods import sums
from cyberworkers.reports.report import Report


def address(page):
    return page.url if page.live else None


class PageReport(Report):
    """Pages that were seen. Views of deleted pages count in the days, but have no row."""

    page_title = _("Audience")
    header_icon = "view"
    index_url_name = "audience_pages"
    template_name = "audience/page_report.html"
    no_results_message = _("No page was seen yet.")
    own_columns = [
        TitleColumn("title", label=_("Page"), accessor="draft_title", get_url=address),
        Column("language", label=_("Language"), accessor="locale.get_display_name"),
    ]
    own_headings = {"draft_title": _("Page"), "full_url": _("Address")}
    ties = ["draft_title", "pk"]
    file_name = "audience"

    def get_base_queryset(self):
        pages = Page.objects.filter(views_by_day__isnull=False).select_related("locale")
        return pages.annotate(**sums(sum_of("views_by_day__views"), "views_by_day__day"))

    def get_context_data(self, *args, **kwargs):
        days = last_days()
        return super().get_context_data(*args, **kwargs) | {
            "days": days,
            "sum_of_days": sum(day.views for day in days),
        }
