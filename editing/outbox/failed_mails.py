"""Mails of the editorial kind that have failed for good, in the alarm on the CMS home."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from post_office.models import STATUS, Email
from wagtail import hooks
from wagtail.admin import messages
from wagtail.permission_policies.pages import PagePermissionPolicy

from editing.outbox.queue import requeue
from editing.outbox.state import MailState, state_of
from editing.outbox.upkeep import ownerless

SHOWN = 10
IN_ALARM = timedelta(days=7)  # who wanted to act has acted


@dataclass
class FailedMail:
    email: Email
    delivery: MailState


def failed_mails():
    """Return the mails that belong to nothing which shows them itself, as requests do."""
    return ownerless().filter(status=STATUS.failed, last_updated__gt=timezone.now() - IN_ALARM)


def shown_failed_mails():
    """Return the latest of them, with one more than are shown where there are more."""
    mails = failed_mails().prefetch_related("logs").order_by("-last_updated", "-pk")
    return [FailedMail(email, state_of(email)) for email in mails[: SHOWN + 1]]


def found(request, pk):
    if not PagePermissionPolicy().user_has_permission(request.user, "publish"):
        raise PermissionDenied
    return failed_mails().filter(pk=pk).first()


@require_POST
def send_again(request, pk):
    email = found(request, pk)
    if email:
        requeue(email)
    messages.success(request, _("The mail is on its way again."))
    return redirect("wagtailadmin_home")


@require_POST
def dismiss(request, pk):
    """Delete a failed mail, so that the alarm is silent."""
    email = found(request, pk)
    if email:
        email.delete()
    messages.success(request, _("The mail that failed was removed."))
    return redirect("wagtailadmin_home")


@hooks.register("register_admin_urls")
def failed_mail_addresses():
    return [
        path("failed-mails/<int:pk>/send/", send_again, name="send_failed_mail"),
        path("failed-mails/<int:pk>/dismiss/", dismiss, name="dismiss_failed_mail"),
    ]
