"""Sending a text back: never without a reason, which the writer finds in the editor."""

from django import forms
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import RestartWorkflowMenuItem, SubmitForModerationMenuItem
from wagtail.models import WorkflowState

from editing.dates import spoken
from editing.names import name

NO_COMMENT = gettext_lazy("Write what should change: the writer reads it, and gets it by mail.")


class SendBackForm(forms.Form):
    """What Wagtail asks for with “request changes”, with a comment that is required."""

    comment = forms.CharField(
        label=gettext_lazy("What should change"),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": NO_COMMENT},
    )


class SubmitAgainMenuItem(SubmitForModerationMenuItem):
    """One way to submit again: the review knows by itself at which step it goes on."""

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"label": _("Submit again")}


@hooks.register("construct_page_action_menu")
def offer_one_way_to_submit_again(menu_items, request, context):
    page = context.get("page")
    state = page and page.current_workflow_state
    if not state or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    menu_items[:] = [item for item in menu_items if type(item) is not RestartWorkflowMenuItem]
    for position, item in enumerate(menu_items):
        if type(item) is SubmitForModerationMenuItem:
            menu_items[position] = SubmitAgainMenuItem(order=item.order)


@hooks.register("before_edit_page")
def say_what_should_change(request, page):
    """Show the comment of who sent the text back, until it is submitted again."""
    state = page.current_workflow_state
    if request.method != "GET" or not state or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    step = state.current_task_state.specific
    messages.warning(
        request,
        format_html(
            "<strong>{}</strong><br>{}",
            _("%(person)s sent this text back on %(when)s, at the step “%(step)s”:")
            % {
                "person": name(step.finished_by),
                "when": spoken(step.finished_at),
                "step": step.task.name,
            },
            linebreaksbr(step.get_comment(), autoescape=True),
        ),
    )
