"""The report of searches without result: what visitors miss, or call by another name."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.context_processors import PermWrapper
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from audience.models import FruitlessSearch, sum_of
from cyberworkers.reports.periods import sums
from cyberworkers.reports.report import Report


def language(row):
    return dict(settings.LANGUAGES).get(row["language"], row["language"])


class Words(Column):
    """The words, and what other apps offer to do about them: ``query`` is for their addresses."""

    cell_template_name = "audience/fruitless_row.html"

    def get_cell_context_data(self, instance, parent_context):
        about = {name: instance[name] for name in ("words", "language")}
        return super().get_cell_context_data(instance, parent_context) | {
            "query": urlencode(about),
            "perms": PermWrapper(parent_context["request"].user),
        }


class SearchReport(Report):
    page_title = _("Searches without result")
    header_icon = "search"
    index_url_name = "audience_searches"
    template_name = "audience/search_report.html"
    no_results_message = _("No search was without result yet.")
    own_columns = [
        Words("words", label=_("Words")),
        Column("language", label=_("Language"), accessor=language),
    ]
    own_headings = {"words": _("Words"), "language": _("Language")}
    ties = ["words", "language"]
    file_name = "searches"

    def get_base_queryset(self):
        words = FruitlessSearch.objects.values("words", "language")
        return words.annotate(**sums(sum_of("searches"), "day"))
