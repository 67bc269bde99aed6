"""A changed text asks for approval again; the same text does not.

Wagtail ties an approval to a revision. Saving makes a new one even where not a word changed
(a comment, a date): then approvals move on with the text. Where words changed, who changed them
is the author, the approvals are void and the review goes back to its first step, at once.
"""

from django.db import transaction
from wagtail.models import TaskState, WorkflowState

from editing.review.task import ReviewTaskState
from editing.text import fingerprint


def on_page_saved(instance, update_fields=None, **kwargs):
    """Receive post_save of a page: one that names its latest revision has just got one."""
    if "latest_revision" not in (update_fields or ()):
        return
    workflow_state = WorkflowState.objects.for_instance(instance).active().first()
    if workflow_state and instance.latest_revision:
        follow(workflow_state, instance.latest_revision)


@transaction.atomic
def follow(workflow_state, revision):
    """Tie the steps of the review to the text that ``revision`` holds."""
    text = fingerprint(revision.content)
    steps = ReviewTaskState.objects.filter(workflow_state=workflow_state)
    same = steps.filter(
        text=text, status__in=[TaskState.STATUS_APPROVED, TaskState.STATUS_IN_PROGRESS]
    )
    TaskState.objects.filter(pk__in=list(same.values_list("pk", flat=True))).update(
        revision=revision
    )
    void = steps.filter(status=TaskState.STATUS_APPROVED).exclude(text=text)
    TaskState.objects.filter(pk__in=list(void.values_list("pk", flat=True))).update(
        status=TaskState.STATUS_CANCELLED
    )
    current = steps.filter(status=TaskState.STATUS_IN_PROGRESS).first()
    if current is None or current.text == text:
        return
    current.text, current.author, current.revision = text, revision.user, revision
    current.save(update_fields=["text", "author", "revision"])
    due = current.workflow_state.get_next_task()
    if due and due.pk != current.task_id:
        current.cancel(user=revision.user)  # and starts what is due
