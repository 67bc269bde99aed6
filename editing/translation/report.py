"""The report of all translations: as the home of the CMS has it, and what nobody ever asked for."""

from django.db.models import F
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.paginator import WagtailPaginator
from wagtail_localize.views.report import TranslationsReportFilterSet, TranslationsReportView

from editing.translation.state import judged, never_asked

MOST = 50  # pages that nobody asked for, the newest


class Filters(TranslationsReportFilterSet):
    """wagtail-localize's, which leaves two of its labels to the names of the fields."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["source_locale"].label = _("Language of the source")
        self.filters["target_locale"].label = _("Language of the translation")


class Paginator(WagtailPaginator):
    """Counts translations, of which the model says nothing in other languages."""

    verbose_name, verbose_name_plural = _("translation"), _("translations")


class TranslationsReport(TranslationsReportView):
    """wagtail-localize's own calls a translation up to date as soon as it has no gaps."""

    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "editing/translations_report.html"
    filterset_class = Filters
    paginator_class = Paginator

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
