"""Send a mail of a request again, or take note that it failed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from post_office.models import STATUS
from wagtail import hooks
from wagtail.admin import messages
from wagtail.permissions import policy_registry

from contact.inbox.request import handling
from contact.inbox.request.history import record
from contact.mails.models import RequestMail, mail_for, queue_all
from contact.requests.models import QuoteRequest
from editing.outbox.queue import requeue


def locked(user, pk):
    """Return a mail whose request nobody else changes; refuse who may not handle requests."""
    if not policy_registry.get_by_type(QuoteRequest).user_has_permission(user, "change"):
        raise PermissionDenied
    handling.locked(get_object_or_404(RequestMail, pk=pk).quote_request_id)
    # It may be erased by whom the lock waited for.
    return get_object_or_404(RequestMail.objects.select_related("quote_request", "email"), pk=pk)


@require_POST
@transaction.atomic
def send_again(request, pk):
    """Queue a failed mail anew, or a copy of one that was sent."""
    mail = locked(request.user, pk)
    quote_request, email = mail.quote_request, mail.email
    to_same = quote_request.mails.filter(kind=mail.kind, email__to=email.to)
    if to_same.waiting().exists():
        messages.warning(request, _("A mail like this waits already."))
        return redirect("quote_requests:edit", quote_request.pk)
    if email.status == STATUS.failed:
        requeue(email)
        RequestMail.objects.filter(pk=pk).update(settled_at=None)
    else:
        again = mail_for(
            quote_request,
            mail.kind,
            email.to[0],
            email.subject,
            email.message,
            email.headers,
            by=request.user,
        )
        queue_all([again])
    record(quote_request, "send_again", request.user)
    messages.success(request, _("The mail is on its way again."))
    return redirect("quote_requests:edit", quote_request.pk)


@require_POST
@transaction.atomic
def settle(request, pk):
    """Take note of a failure: it is no alarm any more."""
    mail = locked(request.user, pk)
    if RequestMail.objects.failed().filter(pk=pk).update(settled_at=timezone.now()):
        record(mail.quote_request, "settle_mail", request.user)
    messages.success(request, _("Noted: this mail is shown as failed here only."))
    return redirect("quote_requests:edit", mail.quote_request_id)


@hooks.register("register_admin_urls")
def mail_addresses():
    return [
        path("quote_requests/mails/<int:pk>/send/", send_again, name="send_mail_again"),
        path("quote_requests/mails/<int:pk>/settle/", settle, name="settle_mail"),
    ]


@hooks.register("register_log_actions")
def mail_actions(actions):
    for action, label, message in (
        ("send_again", gettext_lazy("Send a mail again"), gettext_lazy("Sent a mail again")),
        (
            "settle_mail",
            gettext_lazy("Take note of a failed mail"),
            gettext_lazy("Took note of a failed mail"),
        ),
    ):
        actions.register_action(f"contact.{action}", label, message)
