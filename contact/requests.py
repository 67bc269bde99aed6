"""A stored request for a quote."""

import secrets

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission

# Without characters that are mistaken for another when read aloud.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference():
    """Return a reference that cannot be guessed (39 bits): ``CW-7F3K-92QD``."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"CW-{letters[:4]}-{letters[4:]}"


class QuoteRequest(AbstractFormSubmission):
    """One request, with its answers as they were asked.

    ``answers`` is a list of ``{name, label, help_text, type, value}`` in the order and language
    of the form, so that a later change of the form changes nothing here. ``token`` is the
    one-time token of the form: it makes a repeated post the same request.
    """

    class State(models.TextChoices):
        NEW = "new", _("New")
        IN_PROGRESS = "in_progress", _("In progress")
        ANSWERED = "answered", _("Answered")
        WON = "won", _("Won")
        LOST = "lost", _("Lost")
        SPAM = "spam", _("Spam")

    class SpamReason(models.TextChoices):
        HONEYPOT = "honeypot", _("The field that people do not see was filled in.")

    # The request outlives the page on which it was asked.
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), null=True, on_delete=models.SET_NULL
    )
    reference = models.CharField(
        _("reference"), max_length=12, unique=True, default=new_reference, editable=False
    )
    token = models.UUIDField(unique=True, editable=False)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.NEW)
    spam_reason = models.CharField(
        _("why it looks like spam"), max_length=255, choices=SpamReason, blank=True
    )
    language = models.CharField(_("language"), max_length=10)
    answers = models.JSONField(_("answers"), encoder=DjangoJSONEncoder)
    name = models.CharField(_("name"), max_length=255, blank=True)
    company = models.CharField(_("company"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)

    class Meta:
        verbose_name = _("quote request")
        verbose_name_plural = _("quote requests")
        ordering = ["-submit_time", "-pk"]
        indexes = [models.Index(fields=["-submit_time", "-id"], name="newest_requests")]

    def __str__(self):
        return " – ".join(filter(None, [self.reference, self.name, self.company]))

    @property
    def shown_answers(self):
        """The answers as pairs of question and text, for people to read."""
        return [(answer["label"], as_text(answer["value"])) for answer in self.answers]


def as_text(value):
    """Return an answer as text: several choices on a line, a tick as a word."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
