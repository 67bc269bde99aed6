"""A report with a row for each thing that was counted, and its sums over the last days."""

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cyberworkers.reports.periods import PERIODS

ANY_PERMISSION = ["add", "change", "publish"]  # on any page, as Wagtail's report of page types


def works_on_pages(user):
    return policy_registry.get_by_type(Page).user_has_any_permission(user, ANY_PERMISSION)


class Report(ReportView):
    """Wagtail's, for all who work on pages.

    Subclasses name their ``own_columns``, the headings of these in a file (``own_headings``),
    the name of that file, the ``periods`` whose sums their rows hold, and in ``ties`` the fields
    that order what has equal sums.
    """

    any_permission_required = ANY_PERMISSION
    default_ordering = "-last_30"
    paginate_by = 50
    own_columns = []
    own_headings = {}
    file_name = ""
    periods = tuple(PERIODS)
    ties = []

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    @cached_property
    def columns(self):
        sums = [NumberColumn(name, label=PERIODS[name][1], sort_key=name) for name in self.periods]
        return [*self.own_columns, *sums]

    @property
    def list_export(self):
        return [*self.own_headings, *self.periods]

    @property
    def export_headings(self):
        return self.own_headings | {name: PERIODS[name][1] for name in self.periods}

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, *self.ties)

    def get_filename(self):
        return f"{self.file_name}-{timezone.localdate()}"
