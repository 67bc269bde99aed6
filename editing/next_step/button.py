"""Puts the next step first among the buttons, and says beside it why it has to wait."""

from django.forms import Media
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import (
    PageLockedMenuItem,
    PublishMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.admin.staticfiles import versioned_static

from editing.next_step.waiting import says_checklist, why
from editing.review.remarks import what_is_open


class SubmitMenuItem(SubmitForModerationMenuItem):
    """Wagtail's, which would name the whole workflow."""

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"label": _("Submit for review")}


class NextStep:
    """The first of the buttons, as it is, with the sentence beside it.

    The key Enter in a field presses the first button of a form: that one still only saves.
    """

    def __init__(self, item, sentence, watches_checklist):
        self.item, self.sentence = item, sentence
        self.watches_checklist = watches_checklist

    def render_html(self, parent_context):
        saves = isinstance(self.item, SaveDraftMenuItem | PageLockedMenuItem)
        return render_to_string(
            "editing/next_step.html",
            {
                "button": self.item.render_html(parent_context),
                "is_step": not saves,
                "sentence": self.sentence,
                "watches_checklist": self.watches_checklist,
            },
        )

    @property
    def media(self):
        return self.item.media + Media(css={"all": [versioned_static("editing/next_step.css")]})


@hooks.register("construct_page_action_menu", order=200)
def put_the_next_step_first(menu_items, request, context):
    if not menu_items or context["view"] == "revisions_revert":
        return
    page = context.get("page")
    for position, item in enumerate(menu_items):
        if type(item) is SubmitForModerationMenuItem:
            menu_items[position] = SubmitMenuItem(order=item.order)
    is_open = what_is_open(page) if named(menu_items, "approve") else ""
    if is_open:
        ask_before_approving(menu_items)
    if step := next_step(menu_items, page):
        menu_items.remove(step)
        menu_items.insert(0, step)
    first = menu_items[0]
    sentence = is_open or why(page, request.user, context, first)
    menu_items[0] = NextStep(first, sentence, says_checklist(page, first))


def next_step(menu_items, page):
    """Return the button that brings the text further, or None.

    To publish around a review is no step of it; who may publish need not ask for one.
    """
    reviewed = page and page.current_workflow_state
    steps = [
        next((item for item in menu_items if isinstance(item, PageLockedMenuItem)), None),
        named(menu_items, "approve"),
        None if reviewed else named(menu_items, PublishMenuItem.name),
        named(menu_items, SubmitForModerationMenuItem.name),
    ]
    return next(filter(None, steps), None)


def named(menu_items, name):
    return next((item for item in menu_items if item.name == name), None)


def ask_before_approving(menu_items):
    """Leave the one of the two ways to approve that shows a dialog, with the name of the other."""
    ways = [
        item for item in menu_items if isinstance(item, WorkflowMenuItem) and item.name == "approve"
    ]
    asking = [item for item in ways if item.launch_modal]
    if len(ways) > len(asking) > 0:
        asking[0].label = next(item for item in ways if not item.launch_modal).label
        menu_items[:] = [item for item in menu_items if item not in ways or item in asking]
