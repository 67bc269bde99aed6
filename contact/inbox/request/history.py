"""What was done with a request, who did it and when: Wagtail's own log."""

import uuid

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log

from contact.requests.models import QuoteRequest

# Actions that say all in one sentence.
SIMPLE = {
    "contact.star": gettext_lazy("Starred"),
    "contact.unstar": gettext_lazy("Star removed"),
    "contact.read": gettext_lazy("Read"),
    "contact.unread": gettext_lazy("Marked as unread"),
    "contact.note": gettext_lazy("Note added"),
    "contact.note_deleted": gettext_lazy("Note deleted"),
}


def record(quote_request, verb, user, **data):
    """Write to the history. ``data`` holds nothing about the visitor.

    Each entry has a number of its own: Wagtail shows one entry of those that share a number,
    and a bulk action gives all its entries the same one.
    """
    log(quote_request, f"contact.{verb}", user=user, uuid=uuid.uuid4(), data=data)


def state_label(state):
    return dict(QuoteRequest.State.choices).get(state, state)


@hooks.register("register_log_actions")
def request_actions(actions):
    for action, sentence in SIMPLE.items():
        actions.register_action(action, sentence, sentence)

    @actions.register_action("contact.state")
    class StateFormatter(LogFormatter):
        label = gettext_lazy("Change the state")

        def format_message(self, entry):
            return _("State: %(before)s → %(after)s") % {
                "before": state_label(entry.data.get("before")),
                "after": state_label(entry.data.get("after")),
            }

    @actions.register_action("contact.assign")
    class AssignFormatter(LogFormatter):
        label = gettext_lazy("Assign")

        def format_message(self, entry):
            if name := entry.data.get("to"):
                return _("Assigned to %(name)s") % {"name": name}
            return _("Assigned to nobody")
