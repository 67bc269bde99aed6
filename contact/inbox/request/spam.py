"""“Not a spam” and “spam” in the CMS, and how the history tells of them."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import LogFormatter

from contact.inbox.request.release import mark, release
from contact.law.retention import when_erased
from contact.requests.models import QuoteRequest


class ReleaseView(PermissionCheckedMixin, View):
    """Takes a POST, does it, says what became of it on the page of the request."""

    model = QuoteRequest
    permission_required = "change"
    http_method_names = ["post"]
    act = staticmethod(release)
    done = gettext_lazy(
        "“%(request)s” is a new request now. Mails that were held back are on their way."
    )
    already = gettext_lazy("“%(request)s” is no spam any more: somebody was faster.")

    def post(self, request, pk):
        quote_request = get_object_or_404(QuoteRequest, pk=pk)
        if self.act(quote_request, request.user):
            quote_request.refresh_from_db()
            done = self.done % {"request": quote_request.reference}
            messages.success(request, f"{done} {when_erased(quote_request)}")
        else:
            messages.warning(request, self.already % {"request": quote_request.reference})
        return redirect("quote_requests:edit", quote_request.pk)


class MarkView(ReleaseView):
    act = staticmethod(mark)
    done = gettext_lazy("“%(request)s” is marked as spam.")
    already = gettext_lazy("“%(request)s” was marked as spam before.")


@hooks.register("register_admin_urls")
def spam_urls():
    return [
        path("quote_requests/<int:pk>/not-spam/", ReleaseView.as_view(), name="release_request"),
        path("quote_requests/<int:pk>/spam/", MarkView.as_view(), name="mark_request_as_spam"),
    ]


@hooks.register("register_log_actions")
def spam_actions(actions):
    @actions.register_action("contact.release")
    class ReleaseFormatter(LogFormatter):
        label = gettext_lazy("Not a spam")

        def format_message(self, entry):
            labels = dict(QuoteRequest.SpamReason.choices)
            reasons = [str(labels.get(reason, reason)) for reason in entry.data["reasons"]]
            return " ".join([_("Released from spam."), *reasons])

    @actions.register_action("contact.mark_spam")
    class MarkFormatter(LogFormatter):
        label = gettext_lazy("Mark as spam")
        message = gettext_lazy("Marked as spam")
