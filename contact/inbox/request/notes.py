"""What those who handle a request tell each other about it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Note(models.Model):
    """An internal note; the visitor never sees it."""

    quote_request = models.ForeignKey(
        "contact.QuoteRequest",
        verbose_name=_("quote request"),
        on_delete=models.CASCADE,
        related_name="notes",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("note"), max_length=5_000)
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["written_at", "pk"]

    def __str__(self):
        return self.text[:60]
