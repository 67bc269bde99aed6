"""A stored request for a quote."""

import re
import secrets

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission

from contact.requests.queryset import QuoteRequestQuerySet
from contact.requests.states import OPEN, SpamReason, State
from contact.requests.words import searchable

# Without characters that are mistaken for another when read aloud.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference():
    """Return a reference that cannot be guessed (39 bits): ``CW-7F3K-92QD``."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"CW-{letters[:4]}-{letters[4:]}"


class QuoteRequest(AbstractFormSubmission):
    """One request, with its answers as they were asked.

    ``answers`` is a list of ``{name, label, help_text, type, purpose, value}`` in the order and
    language of the form, so that a later change of the form changes nothing here; ``lost`` names
    files that could not be stored. ``token`` is
    the one-time token of the form: it makes a repeated post the same request.
    ``last_contact`` begins the time for which the request is kept.
    """

    State, SpamReason = State, SpamReason
    # To be asked on a page is no link to it; what its deletion means says `QuotePage.losses`.
    wagtail_reference_index_ignore = True

    # The request outlives the page on which it was asked.
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        db_index=False,  # `newest_by_page` begins with it
    )
    page_title = models.CharField(_("title of the page"), max_length=255, blank=True)
    # Where a visitor took up the offer, as far as the link to the form says it.
    source = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page from which the visitor came"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_title = models.CharField(
        _("title of the page from which the visitor came"),
        max_length=255,
        blank=True,
        editable=False,
    )
    reference = models.CharField(
        _("reference"), max_length=12, unique=True, default=new_reference, editable=False
    )
    token = models.UUIDField(unique=True, editable=False)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.NEW)
    spam_reasons = models.JSONField(_("why it looks like spam"), default=list, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who handles it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # `newest_by_assignee` begins with it
    )
    starred = models.BooleanField(_("starred"), default=False)
    last_contact = models.DateTimeField(_("last contact"), default=timezone.now)
    language = models.CharField(_("language"), max_length=10)
    answers = models.JSONField(_("answers"), encoder=DjangoJSONEncoder)
    name = models.CharField(_("name"), max_length=255, blank=True)
    company = models.CharField(_("company"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    search_text = models.TextField(editable=False, default="")

    objects = QuoteRequestQuerySet.as_manager()

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("quote request")
        verbose_name_plural = _("quote requests")
        ordering = ["-submit_time", "-pk"]
        permissions = [("export_quoterequest", _("Can export quote requests"))]
        indexes = [
            models.Index(fields=["-submit_time", "-id"], name="newest_requests"),
            models.Index(fields=["state", "-submit_time", "-id"], name="newest_by_state"),
            models.Index(
                fields=["-submit_time", "-id"],
                condition=models.Q(state__in=OPEN),
                name="newest_open",
            ),
            models.Index(fields=["assignee", "-submit_time", "-id"], name="newest_by_assignee"),
            models.Index(fields=["language", "-submit_time", "-id"], name="newest_by_language"),
            models.Index(fields=["page", "-submit_time", "-id"], name="newest_by_page"),
            models.Index(
                fields=["-submit_time", "-id"],
                condition=models.Q(starred=True),
                name="newest_starred",
            ),
            models.Index(fields=["state", "last_contact"], name="oldest_contacts"),
            models.Index(Lower("email"), name="requests_by_address"),
        ]

    def __str__(self):
        return self.reference  # what logs keep holds nothing about the visitor

    @property
    def title(self):
        """Who asks, as people say it."""
        return " – ".join(filter(None, [self.name, self.company])) or self.reference

    def save(self, *args, **kwargs):
        if self._state.adding:
            self.search_text = self.words()
        super().save(*args, **kwargs)

    def find_by_notes(self):
        """Store the words of the notes as they are now beside those of the answers."""
        self.search_text = self.words(self.notes.values_list("text", flat=True))
        self.save(update_fields=["search_text"])

    def words(self, notes=()):
        said = [self.reference, self.name, self.company, self.email, *self.answer_texts]
        return searchable([*said, *notes])

    @property
    def answer_texts(self):
        return [as_text(answer["value"]) for answer in self.answers]

    @property
    def shown_spam_reasons(self):
        return [self.SpamReason(reason).label for reason in self.spam_reasons]

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def excerpt(self):
        """The beginning of the first long answer: what the visitor is about."""
        texts = (a["value"] for a in self.answers if a.get("type") == "multiline" and a["value"])
        return Truncator(" ".join(str(next(texts, "")).split())).chars(90)

    @property
    def telephones(self):
        """The numbers among the answers, as they were typed and as they are dialled."""
        numbers = (as_text(a["value"]) for a in self.answers if a.get("purpose") == "tel")
        return [
            {"shown": number, "dialled": re.sub(r"[^\d+]", "", number)}
            for number in numbers
            if number
        ]

    @property
    def lacks_files(self):
        """Whether files that came with it could not be stored."""
        return any(answer.get("lost") for answer in self.answers)

    @property
    def shown_answers(self):
        """The answers as pairs of question and text, for people to read."""
        return [(answer["label"], in_words(answer)) for answer in self.answers]


def in_words(answer):
    """Return an answer as people read it: as text, a date as one writes it."""
    value, kind = answer["value"], answer.get("type")
    if lost := answer.get("lost"):
        missing = _("could not be stored: %(names)s") % {"names": ", ".join(lost)}
        return " – ".join(filter(None, [as_text(value), missing]))
    if value and kind == "date":
        return date_format(parse_date(value))
    if value and kind == "datetime":
        return date_format(parse_datetime(value), "DATETIME_FORMAT")
    return as_text(value)


def as_text(value):
    """Return an answer as text: several choices on a line, a tick as a word."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
