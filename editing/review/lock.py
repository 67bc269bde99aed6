"""What the editor says above a text that is under review."""

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock

from editing.review.reviewers import may_act, who_approves, why_not_approve


class ReviewLock(WorkflowLock):
    def get_message(self, user):
        """Say who reviews, to others; why not to approve, to who may correct but not approve."""
        state = self.object.current_workflow_task_state
        if state is None:
            return None
        if may_act(state, user):
            return why_not_approve(state, user) or None
        return format_html(
            "{} {}",
            capfirst(
                _("Under review, at the step “%(step)s”: only those who review can change it.")
                % {"step": self.task.name}
            ),
            who_approves(state),
        )
