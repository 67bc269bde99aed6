"""The lines that the agreement leaves in the history of a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

ACTIONS = {
    "agreement.link": (
        _("Make a link for the interviewee"),
        _("Made a link for the agreement of %(name)s"),
    ),
    "agreement.send": (
        _("Send the link to the interviewee"),
        _("Sent the link for the agreement to %(name)s"),
    ),
    "agreement.withdraw": (
        _("Withdraw the interviewee's link"),
        _("Withdrew the link of %(name)s"),
    ),
    "agreement.approved": (_("Interviewee approves"), _("%(name)s approved the text")),
    "agreement.changes": (_("Interviewee asks for changes"), _("%(name)s asked for changes")),
}


def formatter(action_label, sentence):
    class AgreementFormatter(LogFormatter):
        label = action_label

        def format_message(self, log_entry):
            return sentence % {"name": log_entry.data.get("name", "")}

    return AgreementFormatter


@hooks.register("register_log_actions")
def register_agreement_actions(actions):
    for action, (label, sentence) in ACTIONS.items():
        actions.register_action(action)(formatter(label, sentence))
