"""Connects what follows a review: changed texts lose approvals, people get mail."""

from django.db.models.signals import post_save
from wagtail.models import PageLogEntry, TaskState, WorkflowState
from wagtail.signals import (
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from editing.review import bypass, mails
from editing.review.reapproval import on_page_saved
from editing.schedule import unscheduled

# Wagtail's own mails would double ours. A place is held by who connects under its name first:
# so this works whichever application is ready first.
STOCK = [
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
]


def silent(**kwargs):
    """Hold the place of one of Wagtail's mails."""


for signal, sender, name in STOCK:
    signal.disconnect(sender=sender, dispatch_uid=name)
    signal.connect(silent, sender=sender, dispatch_uid=name)

post_save.connect(on_page_saved, dispatch_uid="editing.reapproval")
task_submitted.connect(mails.on_submitted, dispatch_uid="editing.mails.submitted")
task_rejected.connect(mails.on_rejected, dispatch_uid="editing.mails.rejected")
workflow_cancelled.connect(bypass.on_cancelled, dispatch_uid="editing.bypass")
workflow_cancelled.connect(mails.on_cancelled, dispatch_uid="editing.mails.cancelled")
post_save.connect(mails.on_log_entry, sender=PageLogEntry, dispatch_uid="editing.mails.publication")
post_save.connect(
    unscheduled.on_log_entry, sender=PageLogEntry, dispatch_uid="editing.mails.unscheduled"
)
