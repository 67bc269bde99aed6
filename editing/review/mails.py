"""Tells the people concerned of each step of a review, by mail through the outbox.

The mail is stored by whoever stores the step, in the same transaction, and sent by the worker.
Nobody is told of what they did themselves.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, TaskState, WorkflowState

from editing.outbox.letters import letter
from editing.review.bypass import was_published_instead
from editing.review.reviewers import approvers, author_id, on_last_step
from editing.text import author_of

PUBLISHED = ["wagtail.publish", "wagtail.publish.scheduled"]
SCHEDULED = "wagtail.publish.schedule"


def on_submitted(instance, user=None, **kwargs):
    """A step begins: tell those who can approve it."""
    before = instance.workflow_state.current_task_state
    if before is None:
        why = "submitted"
    else:
        why = "approved" if before.status == TaskState.STATUS_APPROVED else "changed"
    version = instance.revision.as_object()
    letter(
        "submitted",
        asked(instance, user),
        Page(pk=version.pk, title=version.title),
        by=user,
        why=why,
        step=instance.task.name,
        last=on_last_step(instance),
        when=version.go_live_at if later(version.go_live_at) else None,
    )


def on_rejected(instance, user=None, **kwargs):
    """A step sends back: tell who submitted, and who made the last change."""
    letter(
        "rejected",
        concerned(instance) - {user},
        instance.workflow_state.content_object,
        by=user,
        step=instance.task.name,
        comment=instance.get_comment(),
    )


def on_cancelled(instance, user=None, **kwargs):
    """A review ends without a result: tell those who were asked, and who submitted.

    Who submitted learns of a publication that ended the review from the mail about that.
    The bin says of a state, as ``of_deleted``, that it ends because the page is deleted.
    """
    page = Page.objects.get(pk=instance.object_id)
    deleted = getattr(instance, "of_deleted", False)
    published = not deleted and was_published_instead(page)
    people = set() if published else {instance.requested_by}
    step = TaskState.objects.filter(pk=instance.current_task_state_id).first()
    if step and step.status != TaskState.STATUS_REJECTED:
        people |= asked(step.specific, user)
    letter("cancelled", people - {user}, page, by=user, published=published, deleted=deleted)


def on_log_entry(instance, created, **kwargs):
    """A page is published or scheduled, by whom or what ever: tell who wrote it."""
    if not created or instance.action not in [*PUBLISHED, SCHEDULED]:
        return
    before = publication_before(instance)
    state = review_between(before, instance)
    letter(
        "scheduled" if instance.action == SCHEDULED else "published",
        writers_of(instance, before, state) - {instance.user},
        instance.page,
        by=instance.user,
        approved=bool(state) and state.status == WorkflowState.STATUS_APPROVED,
        when=instance.revision.approved_go_live_at if instance.revision else None,
    )


def concerned(task_state):
    """Return whose text a step decides on: who submitted it, and who made its last change."""
    submitter = task_state.workflow_state.requested_by
    return {submitter, user_of(author_id(task_state))} - {None}


def asked(task_state, user):
    """Return those who are asked to do a step: who can approve it, but who asks."""
    people = set(approvers(task_state))
    if getattr(settings, "WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS", False):
        own = {task_state.workflow_state.requested_by_id, author_id(task_state)}
        admins = get_user_model().objects.filter(is_superuser=True, is_active=True)
        people |= {admin for admin in admins if admin.pk not in own}
    return people - {user}


def writers(entry):
    """Return whose text a log entry publishes; nobody where a published page is touched up."""
    before = publication_before(entry)
    return writers_of(entry, before, review_between(before, entry))


def writers_of(entry, before, state):
    """Return whose text ``entry`` publishes after a review, ``state``, and a publication before."""
    if state:
        first = state.requested_by
    elif before is None:
        first = entry.page.owner
    else:
        return set()
    return {first, author_of(entry.revision) if entry.revision else None}


def review_before(entry):
    """Return the state of the review that led to what a log entry tells of, or None."""
    return review_between(publication_before(entry), entry)


def review_between(before, entry):
    """Return the state of the last review from a log entry, or None, to another."""
    states = WorkflowState.objects.for_instance(entry.page).filter(created_at__lte=entry.timestamp)
    if before:
        states = states.filter(created_at__gt=before.timestamp)
    return states.order_by("created_at", "pk").last()


def publication_before(entry):
    return (
        PageLogEntry.objects.filter(
            page_id=entry.page_id, action__in=PUBLISHED, timestamp__lte=entry.timestamp
        )
        .exclude(pk=entry.pk)
        .order_by("timestamp", "pk")
        .last()
    )


def user_of(pk):
    return get_user_model().objects.filter(pk=pk).first()


def later(moment):
    return moment and moment > timezone.now()
