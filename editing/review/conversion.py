"""Turns a stock approval step into a review, in place: its history and its groups stay."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupApprovalTask, Task, TaskState, WorkflowState

from editing.review.task import ReviewTask, ReviewTaskState


@transaction.atomic
def convert(task):
    """Make ``task``, a GroupApprovalTask, a ReviewTask, and return it.

    Where it is under way, what was approved stays approved and who is asked is asked no more
    than once.
    """
    groups = list(task.groups.all())
    review = ReviewTask(task_ptr_id=task.pk)
    copy_fields(Task, task, review)
    review.save()
    review.groups.set(groups)
    GroupApprovalTask.objects.get(pk=task.pk).delete(keep_parents=True)
    active = WorkflowState.objects.active()
    for state in TaskState.objects.filter(task_id=task.pk, workflow_state__in=active):
        step = ReviewTaskState(taskstate_ptr_id=state.pk)
        copy_fields(TaskState, state, step)
        step.save()
    return review


def copy_fields(parent, old, new):
    """Give ``new``, of a subclass of ``parent``, what ``old`` has; the row stays the same."""
    for field in parent._meta.local_fields:
        setattr(new, field.attname, getattr(old, field.attname))
    new.content_type = ContentType.objects.get_for_model(new)
