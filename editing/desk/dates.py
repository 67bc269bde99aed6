"""What goes online later. `editing.schedule.alarm` has what should be online by now."""

from django.db.models import CharField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.permissions import policy_registry

from editing.dates import spoken
from editing.desk.panel import ListPanel, Row, language, may, pages_by_number
from editing.names import name
from editing.schedule import due


class ScheduledPanel(ListPanel):
    """Dates concern those who may publish, for the pages that they may publish."""

    name = "scheduled"
    heading = gettext_lazy("Scheduled")
    empty = gettext_lazy("Nothing is scheduled.")
    icon = "calendar"
    order = 40
    guide = "programmer"

    def concerns(self):
        return may(self.user, "publish")

    def due(self):
        return due.scheduled().filter(approved_go_live_at__gte=timezone.now())

    @cached_property
    def revisions(self):
        policy = policy_registry.get_by_type(Page)
        pages = policy.instances_user_has_permission_for(self.user, "publish")
        due = self.due().filter(
            # Revisions know their page by text; PostgreSQL compares it with no number.
            object_id__in=pages.order_by().values_list(Cast("pk", output_field=CharField()))
        )
        return list(due.select_related("user").defer("content")[: self.limit + 1])

    def rows(self):
        pages = pages_by_number(revision.object_id for revision in self.revisions)
        return [
            self.row(revision, pages[int(revision.object_id)])
            for revision in self.revisions
            if int(revision.object_id) in pages
        ]

    def row(self, revision, page):
        return Row(
            title=page.get_admin_display_title(),
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            language=language(page),
            state=_("Goes online on %(date)s") % {"date": spoken(revision.approved_go_live_at)},
            notes=[_("last change: %(person)s") % {"person": name(revision.user)}],
        )
