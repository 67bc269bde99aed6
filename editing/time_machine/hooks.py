"""The time machine in the CMS: its addresses, the buttons that lead there, what the log says."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from editing.time_machine.listing import TITLE, TimeMachineView
from editing.time_machine.taking_back import ACTION
from editing.time_machine.views import PinView, TakeBackView, VersionView


@hooks.register("register_admin_urls")
def addresses():
    start = "pages/<int:page_id>/time-machine/"
    version = f"{start}<int:revision_id>/"
    return [
        path(start, TimeMachineView.as_view(), name="editing_time_machine"),
        path(version, VersionView.as_view(), name="editing_version"),
        path(f"{version}take-back/", TakeBackView.as_view(), name="editing_take_back"),
        path(f"{version}name/", PinView.as_view(), name="editing_pin"),
    ]


@hooks.register("register_page_header_buttons")
def button(page, user, view_name, next_url=None):
    """Lead from the editor to the versions of the page."""
    if view_name == "edit" and not page.alias_of_id and page.permissions_for_user(user).can_edit():
        address = reverse("editing_time_machine", args=[page.pk])
        yield Button(TITLE, address, icon_name="history", priority=70)


@hooks.register("register_log_actions")
def log_action(actions):
    @actions.register_action(ACTION)
    class TakenBack(LogFormatter):
        label = gettext_lazy("Take back from an earlier version")
        message = gettext_lazy("Took a part back from an earlier version")
