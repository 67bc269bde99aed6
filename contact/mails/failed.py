"""The alarm on the CMS home: mails of requests that have failed for good."""

from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

from contact.mails.models import RequestMail
from editing.outbox.state import state_of
from editing.worker import heartbeat

SHOWN = 10


class FailedMailPanel(Component):
    """Says which mails have not left and why; also that none leaves, where no alarm says it."""

    name = "failed-request-mails"
    order = 2
    template_name = "contact/failed_mails.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        mails = RequestMail.objects.failed().select_related("quote_request", "email")
        mails = mails.defer("quote_request__answers", "quote_request__form_data")
        mails = list(mails.prefetch_related("email__logs").order_by("-pk")[: SHOWN + 1])
        for mail in mails:
            mail.delivery = state_of(mail.email)
        return {"rows": mails[:SHOWN], "more": len(mails) > SHOWN, "silent": self.silent}

    @cached_property
    def silent(self):
        """Whether the worker is silent; the alarm of `editing` tells those who publish."""
        if PagePermissionPolicy().user_has_permission(self.user, "publish"):
            return False
        return heartbeat.is_silent(heartbeat.last_sign())


@hooks.register("construct_homepage_panels")
def add_failed_mails(request, panels):
    if request.user.has_perm("contact.view_quoterequest"):
        panels.append(FailedMailPanel(request.user))
