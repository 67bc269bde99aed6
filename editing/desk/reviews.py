"""What waits for this person's review."""

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Task, TaskState, get_default_page_content_type

from editing.dates import since
from editing.desk.panel import ListPanel, Row, language, pages_by_number
from editing.names import name


class ReviewsPanel(ListPanel):
    name = "to-review"
    heading = gettext_lazy("To review")
    empty = gettext_lazy("Nothing to review.")
    icon = "tasks"
    order = 20
    guide = "faire-relire"

    @property
    def all_url(self):
        return reverse("wagtailadmin_reports:workflow_tasks") + "?reviewable=true"

    @cached_property
    def states(self):
        """Only what this person may act on: each task type says so itself."""
        states = (
            TaskState.objects.reviewable_by(self.user)
            .filter(
                status=TaskState.STATUS_IN_PROGRESS,
                revision__base_content_type=get_default_page_content_type(),
            )
            .select_related("task", "revision", "workflow_state__requested_by")
            .defer("revision__content")
            .order_by("started_at", "pk")
            .distinct()
        )
        return list(states[: self.limit + 1])

    def concerns(self):
        return bool(self.states) or self.reviews()

    def reviews(self):
        """Return whether a step of a review is for a group of this person."""
        mine = set(Group.objects.filter(user=self.user).values_list("pk", flat=True))
        return any(
            mine & set(task.groups.values_list("pk", flat=True))
            for task in Task.objects.filter(active=True).specific()
            if hasattr(task, "groups")
        )

    def rows(self):
        pages = pages_by_number(state.revision.object_id for state in self.states)
        return [
            self.row(state, pages[int(state.revision.object_id)])
            for state in self.states
            if int(state.revision.object_id) in pages
        ]

    def row(self, state, page):
        asked_by = _("submitted by %(person)s") % {
            "person": name(state.workflow_state.requested_by)
        }
        return Row(
            title=page.get_admin_display_title(),
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            language=language(page),
            state=state.task.name,
            notes=[asked_by, since(state.started_at)],
        )
