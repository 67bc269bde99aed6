"""Who may approve a step of a review, and why somebody may not."""

from django.contrib.auth import get_user_model
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.locks import BasicLock
from wagtail.models import TaskState, WorkflowTask
from wagtail.permissions import policy_registry

from editing.names import name

NAMES = 5


def why_not_approve(task_state, user):
    """Return the sentences that say why ``user`` may not approve, and who may; or ""."""
    if task_state.status != TaskState.STATUS_IN_PROGRESS:
        return _("This step of the review is over already.")
    if user and (why := why_page_locked(task_state, user)):
        return why
    if user is None or not may_act(task_state, user):
        reason = _("This step is not yours to approve.")
    elif user.pk == task_state.workflow_state.requested_by_id:
        reason = _("You submitted this text: somebody else approves it.")
    elif user.pk == author_id(task_state):
        reason = _("You made the last change to this text: somebody else approves it.")
    elif on_last_step(task_state) and not may_publish(task_state, user):
        reason = _("To approve the last step is to publish, and you may not publish.")
    else:
        return ""
    return f"{reason} {who_approves(task_state)}"


def why_page_locked(task_state, user):
    """Return the sentence that says that somebody else locked the page of the step, or ""."""
    page = task_state.workflow_state.content_object
    lock = BasicLock(page)
    return strip_tags(lock.get_message(user)) if page.locked and lock.for_user(user) else ""


def who_approves(task_state):
    """Return a sentence that names those who may approve the step now."""
    users = list(approvers(task_state)[: NAMES + 1])
    if not users:
        return _("Nobody else can at present: ask an administrator.")
    names = ", ".join(name(user) for user in users[:NAMES])
    if len(users) > NAMES:
        names += " …"
    return ngettext(
        "Who can approve it: %(names)s.", "Those who can approve it: %(names)s.", len(users)
    ) % {"names": names}


def may_act(task_state, user):
    """Return whether ``user`` works at this step at all."""
    return user.is_active and (user.is_superuser or task_state.task.specific._user_in_groups(user))


def author_id(task_state):
    return getattr(task_state, "author_id", task_state.revision.user_id)


def may_publish(task_state, user):
    page = task_state.workflow_state.content_object
    return page.permissions_for_user(user).has_right_to_publish()


def on_last_step(task_state):
    last = (
        WorkflowTask.objects.filter(
            workflow_id=task_state.workflow_state.workflow_id, task__active=True
        )
        .order_by("sort_order")
        .last()
    )
    return last is not None and last.task_id == task_state.task_id


def approvers(task_state):
    """Return the users who may approve this step now; superusers only where nobody else may."""
    own = {task_state.workflow_state.requested_by_id, author_id(task_state)} - {None}
    users = get_user_model().objects.filter(is_active=True).exclude(pk__in=own)
    members = users.filter(groups__in=task_state.task.specific.groups.all())
    if on_last_step(task_state):
        page = task_state.workflow_state.content_object
        publishers = policy_registry.get(page).users_with_permission_for_instance("publish", page)
        members = members.filter(pk__in=publishers.values("pk"))
    members = members.distinct().order_by("last_name", "first_name", "pk")
    return members if members.exists() else users.filter(is_superuser=True).order_by("pk")
