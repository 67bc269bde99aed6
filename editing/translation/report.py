"""The report of all translations: as the home of the CMS has it, and what nobody ever asked for."""

from django.db.models import F
from django.urls import path
from wagtail import hooks
from wagtail_localize.views.report import TranslationsReportView

from editing.translation.state import judged, never_asked

MOST = 50  # pages that nobody asked for, the newest


class TranslationsReport(TranslationsReportView):
    """wagtail-localize's own calls a translation up to date as soon as it has no gaps."""

    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "editing/translations_report.html"

    def get_queryset(self):
        found = judged().annotate(waiting_for_translation=F("has_gaps"))
        return found.select_related("source__locale", "target_locale").order_by("-pk")

    def get_context_data(self, *args, **kwargs):
        pages = never_asked().select_related("locale")[:MOST]
        return super().get_context_data(*args, **kwargs) | {"never_asked": pages}


# Before wagtail-localize's, at the same addresses.
@hooks.register("register_admin_urls", order=-10)
def report_addresses():
    return [
        path(
            f"localize/reports/translations/{end}",
            TranslationsReport.as_view(results_only=bool(end)),
            name=f"editing_translations_report{number}",
        )
        for number, end in enumerate(("", "results/"))
    ]
