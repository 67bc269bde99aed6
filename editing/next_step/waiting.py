"""Why the next step cannot be pressed, or would be refused."""

from django.utils.html import strip_tags
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.models import TaskState

from editing.review.reviewers import on_last_step, why_not_approve


def why(page, user, context, first):
    """Return the sentence that stands beside the button ``first``; "" where nothing is to say."""
    if page and context.get("locked_for_user"):
        return strip_tags(context["lock"].get_message(user) or "")
    step = page and page.current_workflow_task_state
    if not step or step.status != TaskState.STATUS_IN_PROGRESS or first.name == "approve":
        return ""
    return why_not_approve(step.specific, user)


def says_checklist(page, first):
    """Return whether ``first`` is refused as long as the checklist lacks what is required."""
    if first.name == PublishMenuItem.name:
        return True
    step = page and page.current_workflow_task_state
    return bool(step) and first.name == "approve" and on_last_step(step)
