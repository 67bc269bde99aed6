"""The publish button says when it will publish."""

from django.forms import Media
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import PublishMenuItem, WorkflowMenuItem
from wagtail.admin.staticfiles import versioned_static

from editing.dates import spoken, zone
from editing.review.reviewers import on_last_step


class DatedPublishMenuItem(PublishMenuItem):
    """Wagtail's button, with date, hour and time zone when a date is set.

    The script renames the button as soon as the date changes in the dialog.
    """

    template_name = "editing/publish_button.html"

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        reviewed = page and page.current_workflow_state  # also one that was sent back
        plain = _("Publish this version") if context["is_revision"] else _("Publish")
        dated = _("Schedule for %(when)s")
        if reviewed:  # Wagtail asks before it ends the review
            plain = _("Publish without waiting for the review")
            dated = _("Schedule for %(when)s without waiting for the review")
        scheduled = context["is_scheduled"]
        context |= {
            "label": dated % {"when": spoken(page.go_live_at)} if scheduled else plain,
            "plain": plain,
            # With what the script fills in itself.
            "dated": dated
            % {
                "when": _("%(day)s at %(time)s (%(zone)s time)")
                % {"day": "{day}", "time": "{time}", "zone": zone()}
            },
            "past": _("This date is past"),
            "time_zone": timezone.get_current_timezone_name(),
            "language": translation.get_language(),
        }
        return context

    @property
    def media(self):
        return Media(js=[versioned_static("editing/publish_button.js")])


@hooks.register("construct_page_action_menu")
def offer_one_way_to_publish(menu_items, request, context):
    """Take the publish button away from who publishes by approving: two would only puzzle."""
    page = context.get("page")
    step = page and page.current_workflow_task_state
    can_approve = any(
        isinstance(item, WorkflowMenuItem) and item.name == "approve" for item in menu_items
    )
    if can_approve and on_last_step(step):
        menu_items[:] = [item for item in menu_items if item.name != PublishMenuItem.name]


@hooks.register("construct_page_action_menu")
def name_the_date(menu_items, request, context):
    for position, item in enumerate(menu_items):
        if type(item) is PublishMenuItem:
            menu_items[position] = DatedPublishMenuItem(order=item.order)
