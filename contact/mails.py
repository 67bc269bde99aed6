"""The mails of a request, and what became of each."""

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from post_office.models import Email


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

    class Meta:
        verbose_name = _("mail of a request")
        verbose_name_plural = _("mails of requests")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.quote_request.reference}: {self.get_kind_display()}"


@receiver(post_delete, sender=RequestMail)
def remove_email(instance, **kwargs):
    """What the outbox keeps of a mail goes with its request."""
    number = instance.email_id
    transaction.on_commit(lambda: Email.objects.filter(pk=number).delete())
