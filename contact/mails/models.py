"""The mails of a request, and what became of each."""

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from post_office.models import STATUS, Email

from editing.outbox.delivery import WAITING
from editing.outbox.queue import written

logger = logging.getLogger(__name__)


class RequestMailQuerySet(models.QuerySet):
    def failed(self):
        """Return the mails that are not tried again and of which nobody has taken note."""
        return self.filter(email__status=STATUS.failed, settled_at=None)

    def waiting(self):
        return self.filter(email__status__in=WAITING)


class RequestMail(models.Model):
    """Which mail of the outbox belongs to which request, why, and who wrote it."""

    class Kind(models.TextChoices):
        NOTIFICATION = "notification", _("To the team")
        CONFIRMATION = "confirmation", _("Confirmation to the visitor")
        REPLY = "reply", _("Answer to the visitor")

    quote_request = models.ForeignKey(
        "contact.QuoteRequest",
        verbose_name=_("quote request"),
        on_delete=models.CASCADE,
        related_name="mails",
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    email = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="request_mail")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    # Of the form of an answer: a second post of it is no second mail.
    token = models.UUIDField(unique=True, null=True, editable=False)
    settled_at = models.DateTimeField(_("failure taken note of"), null=True)

    objects = RequestMailQuerySet.as_manager()

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("mail of a request")
        verbose_name_plural = _("mails of requests")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.quote_request.reference}: {self.get_kind_display()}"


def mail_for(quote_request, kind, address, subject, message, headers=None, **values):
    """Return a RequestMail of ``kind`` to one address, to be queued.

    Returns None for a mistyped address: the request itself must never fail for it.
    """
    headers = (headers or {}) | {"X-Quote-Request": quote_request.reference, "X-Quote-Mail": kind}
    try:
        email = written(address, subject, message, headers)
    except ValidationError:
        logger.warning("An address is not one: no mail of request %s.", quote_request.reference)
        return None
    return RequestMail(quote_request=quote_request, kind=kind, email=email, **values)


def queue_all(mails):
    """Queue RequestMails, by two statements; those that are None are left out."""
    mails = list(filter(None, mails))
    Email.objects.bulk_create(mail.email for mail in mails)
    for mail in mails:
        mail.email = mail.email  # which has its number now
    RequestMail.objects.bulk_create(mails)


@receiver(post_delete, sender=RequestMail)
def remove_email(instance, **kwargs):
    """What the outbox keeps of a mail goes with its request."""
    number = instance.email_id
    transaction.on_commit(lambda: Email.objects.filter(pk=number).delete())
