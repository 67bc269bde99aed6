"""The review of a text: nobody approves their own.

A step is a `ReviewTask`, done by the members of its groups. Neither who submitted the text nor
who made its last change may approve it; sending back stays possible.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState, WorkflowTask
from wagtail.permissions import policy_registry

from editing.dates import spoken
from editing.review.lock import ReviewLock
from editing.review.reviewers import may_act, on_last_step, why_not_approve, why_page_locked
from editing.review.seen import changed_by
from editing.review.sending_back import NO_COMMENT, SendBackForm
from editing.text import author_of, fingerprint


class DecisionRefused(Exception):
    """Says why an approval or a sending back is refused, and which page it is about.

    Not a PermissionDenied: Wagtail answers that one with a sentence that says nothing.
    """

    def __init__(self, why, page):
        super().__init__(why)
        self.why, self.page = why, page


class ReviewTaskState(TaskState):
    """A step on its way: which text is under review, and who made its last change."""

    text = models.CharField(max_length=64, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author of the last change"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def save(self, *args, **kwargs):
        if not self.text:
            self.text = fingerprint(self.revision.content)
            self.author = author_of(self.revision)
        super().save(*args, **kwargs)

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        """Approve. Raises DecisionRefused: nobody, by no way, approves what is theirs."""
        lock_page(self)
        current = type(self).objects.get(pk=self.pk)
        if why := why_not_approve(current, user):
            raise DecisionRefused(why, current.workflow_state.content_object)
        if self.text != current.text:  # since the request began
            raise DecisionRefused(changed_by(current.author), current.workflow_state.content_object)
        self.revision_id, self.status = current.revision_id, current.status
        return super().approve(user=user, update=update, comment=comment)

    @transaction.atomic
    def reject(self, user=None, update=True, comment=""):
        """Send back. Raises DecisionRefused for a locked page, and without a comment: nobody
        could do any better.
        """
        lock_page(self)
        self.status = type(self).objects.get(pk=self.pk).status
        if user is None or not may_act(self, user):
            raise PermissionDenied
        if why := why_page_locked(self, user):
            raise DecisionRefused(why, self.workflow_state.content_object)
        if not comment.strip():
            raise DecisionRefused(NO_COMMENT, self.workflow_state.content_object)
        return super().reject(user=user, update=update, comment=comment)


def lock_page(state):
    """Let those who decide, save or publish the page of ``state`` come one after the other.

    The page's row is the first that each of them locks: a save writes it, the worker and the
    calendar lock it.
    """
    Page.objects.select_for_update().get(pk=state.workflow_state.object_id)


class ReviewTask(AbstractGroupApprovalTask):
    """A step in which nobody approves their own text."""

    task_state_class = ReviewTaskState
    lock_class = ReviewLock

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups review; nobody approves their own text.")

    def start(self, workflow_state, user=None):
        """Start this step, or the one before it that the text has not passed as it is now.

        Wagtail would take up a corrected text at the step that sent it back, and ask for the
        earlier approvals afterwards, from people who may not publish.
        """
        due = workflow_state.get_next_task()
        if due and due.pk != self.pk:
            return due.specific.start(workflow_state, user=user)
        return super().start(workflow_state, user=user)

    def get_form_for_action(self, action):
        return SendBackForm if action == "reject" else super().get_form_for_action(action)

    def get_template_for_action(self, action):
        """Return the dialog in which approving says what is still open; else Wagtail's."""
        return "editing/approve_dialog.html" if action == "approve" else ""

    def get_actions(self, obj, user):
        actions = super().get_actions(obj, user)
        state = obj.current_workflow_task_state
        if not actions or not state or state.task_id != self.pk:
            return actions
        if why_not_approve(state, user):
            return [action for action in actions if action[0] != "approve"]
        if not on_last_step(state):
            return actions
        go_live_at = state.revision.as_object().go_live_at
        if go_live_at and go_live_at > timezone.now():
            when = {"when": spoken(go_live_at)}
            labels = [
                _("Approve and schedule for %(when)s") % when,
                _("Approve and schedule, with a comment"),
            ]
        else:
            labels = [_("Approve and publish"), _("Approve and publish, with a comment")]
        return [
            (name, labels[modal] if name == "approve" else label, modal)
            for name, label, modal in actions
        ]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        return TaskState.objects.filter(pk__in=to_review(user).filter(task=self).values("pk"))

    def user_can_unlock(self, obj, user):
        """Who may unlock any page may do so in the middle of a review, too."""
        return "unlock" in getattr(obj.permissions_for_user(user), "permissions", ())


def to_review(user):
    """Return the states of steps that ``user`` can approve now, the longest waiting first."""
    states = (
        ReviewTaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        )
        .exclude(workflow_state__requested_by=user)
        .exclude(author=user)
        .order_by("started_at", "pk")
    )
    if not user.is_active or user.is_superuser:
        return states if user.is_active else states.none()
    tasks = ReviewTask.objects.filter(groups__in=user.groups.all())
    later = WorkflowTask.objects.filter(
        workflow=OuterRef("workflow_state__workflow"),
        task__active=True,
        sort_order__gt=OuterRef("order"),
    )
    order = WorkflowTask.objects.filter(
        workflow=OuterRef("workflow_state__workflow"), task=OuterRef("task")
    ).values("sort_order")[:1]
    publishable = policy_registry.get_by_type(Page).instances_user_has_permission_for(
        user, "publish"
    )
    publishable = Page.objects.filter(pk__in=publishable.values("pk")).annotate(
        text_pk=Cast("pk", CharField())
    )
    return (
        states.filter(task__in=tasks.values("pk"))
        .annotate(order=order)
        .filter(
            Q(Exists(later))
            | Q(Exists(publishable.filter(text_pk=OuterRef("workflow_state__object_id"))))
        )
    )
