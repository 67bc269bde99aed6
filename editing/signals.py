"""Connects what follows a save or a review: changed texts lose approvals, people get mail."""

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import (
    Page,
    PageLogEntry,
    TaskState,
    WorkflowState,
    get_page_models,
    get_translatable_models,
)
from wagtail.signals import (
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from editing.checklist.settings import ChecklistSettings
from editing.review import bypass, mails
from editing.review.reapproval import on_page_saved
from editing.schedule import unscheduled
from editing.schedule.problems import on_change
from editing.translation.untranslated import keep_from_readers
from editing.translation.vanished import forget

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

# A save is sent in the name of the page's own class: who listens to Page hears of no interview.
# This is imported once all models are, so every type is here. A deletion is sent for Page, too.
for page_type in get_page_models():
    pre_save.connect(keep_from_readers, sender=page_type, dispatch_uid="editing.untranslated")
    post_save.connect(on_page_saved, sender=page_type, dispatch_uid="editing.reapproval")
    post_save.connect(on_change, sender=page_type, dispatch_uid="editing.schedule.problems")
for kind in get_translatable_models():
    post_delete.connect(forget, sender=kind, dispatch_uid="editing.vanished")
post_delete.connect(on_change, sender=Page, dispatch_uid="editing.schedule.problems")
post_save.connect(on_change, sender=ChecklistSettings, dispatch_uid="editing.schedule.problems")

task_submitted.connect(mails.on_submitted, dispatch_uid="editing.mails.submitted")
task_rejected.connect(mails.on_rejected, dispatch_uid="editing.mails.rejected")
workflow_cancelled.connect(bypass.on_cancelled, dispatch_uid="editing.bypass")
workflow_cancelled.connect(mails.on_cancelled, dispatch_uid="editing.mails.cancelled")
post_save.connect(mails.on_log_entry, sender=PageLogEntry, dispatch_uid="editing.mails.publication")
post_save.connect(
    unscheduled.on_log_entry, sender=PageLogEntry, dispatch_uid="editing.mails.unscheduled"
)
