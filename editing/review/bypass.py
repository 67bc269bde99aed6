"""A publication that goes around a review: the chief's right, and never without a trace."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page

BYPASS = "editing.bypass_review"


def was_published_instead(page):
    """Return whether the review of ``page``, just cancelled, ended because somebody published."""
    return bool(page.live_revision_id == page.latest_revision_id or page.approved_schedule)


def on_cancelled(instance, user=None, **kwargs):
    """Receive workflow_cancelled: write into the history that the review was bypassed."""
    page = Page.objects.get(pk=instance.object_id)
    if user is None or getattr(instance, "of_deleted", False) or not was_published_instead(page):
        return
    step = instance.current_task_state
    log(
        instance=page.specific,
        action=BYPASS,
        user=user,
        revision=page.latest_revision,
        data={"step": step.task.name if step else ""},
    )


@hooks.register("register_log_actions")
def register_bypass(actions):
    @actions.register_action(BYPASS)
    class BypassFormatter(LogFormatter):
        label = _("Bypass the review")

        def format_message(self, log_entry):
            return _(
                "Published or scheduled without waiting for the review, at the step “%(step)s”"
            ) % {"step": log_entry.data.get("step", "")}
