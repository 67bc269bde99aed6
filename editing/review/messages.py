"""Says in the CMS what became of a decision: what happens now, or why it was refused."""

import json

from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page, TaskState, WorkflowState

from editing.dates import spoken
from editing.editor.saving import LOADED
from editing.names import name
from editing.outbox.letters import gets
from editing.review.mails import concerned
from editing.review.seen import OPENED, why_unseen
from editing.review.sending_back import NO_COMMENT
from editing.review.task import DecisionRefused, why_not_approve

EDITORS = {"wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert"}
MODAL = "wagtailadmin_pages:workflow_action"
DECISIONS = {"approve": TaskState.STATUS_APPROVED, "reject": TaskState.STATUS_REJECTED}


class SayWhatBecameOfIt:
    """Middleware. Decides nothing: `ReviewTaskState` refuses by itself, whatever the way."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        step = getattr(request, "step_to_decide", None)
        if step and not getattr(request, "decision_refused", False):
            get_localized_response(say_outcome, request, step)
        return response

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if request.method != "POST" or not request.user.is_authenticated:
            return None
        if name == MODAL and kwargs["action_name"] in DECISIONS:
            decision = kwargs["action_name"]
            step = get_object_or_404(TaskState, pk=kwargs["task_state_id"]).specific
            if step.workflow_state.object_id != str(kwargs["page_id"]):
                return None  # Wagtail looks at the page alone; approving looks at the step
        elif name in EDITORS and request.POST.get("action-workflow-action"):
            decision = request.POST.get("workflow-action-name")
            refuse_forged(request.POST.get("workflow-action-extra-data"))
            page = get_object_or_404(Page, pk=kwargs["page_id"])
            step = page.current_workflow_task_state
        else:
            return None
        if decision not in DECISIONS or step is None or not may_edit(request.user, step):
            return None
        if decision == "reject" and step.status != TaskState.STATUS_IN_PROGRESS:
            return None
        request.step_to_decide, request.decision = step, decision
        if decision == "approve":
            return get_localized_response(refuse_to_approve, request, step, name == MODAL)
        return None

    def process_exception(self, request, exception):
        if isinstance(exception, DecisionRefused):
            return get_localized_response(refuse, request, exception)
        return None


def refuse_forged(extra):
    """Raise BadRequest for what Wagtail's own dialog never sends."""
    try:
        extra = json.loads(extra or "{}")
    except ValueError as error:
        raise BadRequest("The data of the decision are not JSON.") from error
    if not isinstance(extra, dict) or not extra.keys() <= {"comment"}:
        raise BadRequest("The data of the decision are not a comment.")
    if not isinstance(extra.get("comment", ""), str):
        raise BadRequest("The comment is not a text.")


def refuse_to_approve(request, step, in_modal):
    """Return the refusal of what Wagtail's view would not refuse in words, else None.

    In the editor the step refuses by itself, and a text that is overtaken is asked about with all
    that was typed: see `editing.editor.saving` and `editing.translation.edit`.
    """
    page = page_of(step)
    why = why_not_approve(step, request.user) if in_modal else ""
    if not why and (in_modal or not request.POST.keys() & {LOADED, OPENED}):
        why = why_unseen(request.POST, page.latest_revision)
    return refuse(request, DecisionRefused(why, page)) if why else None


def may_edit(user, step):
    return page_of(step).permissions_for_user(user).can_edit()


def page_of(step):
    return step.workflow_state.content_object


def refuse(request, refusal):
    """Answer with the editor, which keeps what was typed, and the reason above it."""
    request.decision_refused = True
    messages.error(request, refusal.why)
    url = reverse("wagtailadmin_pages:edit", args=[refusal.page.pk])
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": url})
    return redirect(url)


def say_outcome(request, step):
    step = TaskState.objects.get(pk=step.pk).specific
    if step.status == DECISIONS[request.decision] and step.finished_by_id == request.user.pk:
        messages.success(request, outcome(step))
    elif request.decision == "approve" and (why := why_not_approve(step, request.user)):
        messages.error(request, why)
    elif (
        request.decision == "reject"
        and step.status == TaskState.STATUS_IN_PROGRESS
        and request.headers.get("x-requested-with") != "XMLHttpRequest"  # the dialog says it
    ):
        messages.error(request, NO_COMMENT)


def outcome(step):
    """Return the sentence that says what happens after the decision of ``step``."""
    state = WorkflowState.objects.get(pk=step.workflow_state_id)
    if step.status == TaskState.STATUS_REJECTED:
        return f"{who_is_told(step)} {what_comes_next(step)}"
    if state.status == WorkflowState.STATUS_APPROVED:
        page = page_of(step)
        if page.approved_schedule:
            when = spoken(page.scheduled_revision.approved_go_live_at)
            return _("Approved: will be published on %(when)s.") % {"when": when}
        return _("Approved and published.")
    return _("Approved. Next step: “%(step)s”.") % {"step": state.current_task_state.task.name}


def who_is_told(step):
    """Return the sentence that says whom the comment of a sending back reaches by mail."""
    people = concerned(step) - {step.finished_by}
    names = sorted(name(person) for person in people if gets(person, "rejected"))
    if not names:
        return _("Sent back. Nobody gets a mail: your comment stands above the text.")
    return ngettext(
        "Sent back. %(names)s gets your comment by mail, and finds it above the text.",
        "Sent back. %(names)s get your comment by mail, and find it above the text.",
        len(names),
    ) % {"names": ", ".join(names)}


def what_comes_next(step):
    """Return the sentence that says where the text goes once it is submitted again."""
    first = step.workflow_state.workflow.tasks.filter(active=True).first()
    if first is None or first.pk == step.task_id:
        return _("Submitted again, it comes back to the step “%(step)s”.") % {"step": step.task}
    return _(
        "Once corrected and submitted again, it starts at the step “%(first)s”; unchanged, it "
        "comes back to the step “%(step)s”."
    ) % {"first": first, "step": step.task}
