"""Texts with which an answer to a visitor begins."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from contact.mails.placeholders import validate_placeholders


class ReplyTemplate(index.Indexed, models.Model):
    """Its subject and text may hold {name} and {reference}."""

    name = models.CharField(_("name"), max_length=100, help_text=_("Visitors do not see it."))
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    subject = models.CharField(_("subject"), max_length=200, validators=[validate_placeholders])
    text = models.TextField(
        _("text"),
        max_length=10_000,
        validators=[validate_placeholders],
        help_text=_("{name} and {reference} are replaced with those of the request."),
    )

    search_fields = [
        index.AutocompleteField("name"),
        index.AutocompleteField("subject"),
        index.SearchField("text"),
    ]

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("template of an answer")
        verbose_name_plural = _("templates of answers")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name
