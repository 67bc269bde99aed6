"""Which workflow a page goes through: looked up once for a page and all that asks it."""

from django.conf import settings
from django.utils.functional import cached_property
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
