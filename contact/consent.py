"""The consent to be called back, kept as proof (French law 2025-594, since 11 August 2026)."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def version_of(wording):
    """Return what tells one wording from another: the start of its SHA-256."""
    return hashlib.sha256(wording.encode()).hexdigest()[:12]


class CallbackConsent(models.Model):
    """The visitor ticked the box of a request: what it said, when, and until when it held."""

    quote_request = models.OneToOneField(
        "contact.QuoteRequest",
        verbose_name=_("quote request"),
        on_delete=models.CASCADE,
        related_name="callback_consent",
    )
    wording = models.TextField(_("wording"))
    version = models.CharField(_("version of the wording"), max_length=12)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who noted the withdrawal"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("consent to be called back")
        verbose_name_plural = _("consents to be called back")

    def __str__(self):
        return f"{self.quote_request.reference}: {self.version}"
