"""What the agreement adds to the CMS: its addresses and its lines in the history."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from articles.agreement import cms, desk  # noqa: F401 - registers hooks

HERE = "articles/agreement/<int:page_id>/"

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


@hooks.register("register_admin_urls")
def agreement_addresses():
    return [
        path(HERE, cms.LinksView.as_view(), name="agreement_links"),
        path(HERE + "<int:pk>/send/", cms.send, name="agreement_send"),
        path(HERE + "<int:pk>/withdraw/", cms.withdraw, name="agreement_withdraw"),
    ]


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
