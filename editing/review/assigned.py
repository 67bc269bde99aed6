"""Which workflow a page goes through, and where it stands: looked up once for all that ask."""

from django.conf import settings
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.models import WorkflowPage


class WorkflowOnce:
    """A page that remembers its workflow, for which the editor alone asks three times."""

    @cached_property
    def assigned_workflow(self):
        """The active workflow of the page or its nearest ancestor, or None. One query."""
        assigned = (
            WorkflowPage.objects.filter(
                page__in=self.get_ancestors(inclusive=True), workflow__active=True
            )
            .select_related("workflow")
            .order_by("-page__depth")
            .first()
        )
        return assigned and assigned.workflow

    @property
    def has_workflow(self):
        return self.get_workflow() is not None

    def get_workflow(self):
        enabled = getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True)
        return self.assigned_workflow if enabled else None


@hooks.register("before_edit_page", order=-20)
def know_the_review(request, page):
    """Keep the review of a draft with it while the editor is drawn, which asks twenty times.

    Under the name by which `prefetch_workflow_states` does so for pages that are no drafts.
    """
    if request.method == "GET" and not hasattr(page, "_current_workflow_states"):
        states = page.workflow_states.active().select_related("current_task_state__task")
        page._current_workflow_states = list(states.order_by("pk"))
