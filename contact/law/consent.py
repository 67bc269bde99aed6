"""The consent to be called back, kept as proof (French law 2025-594, since 11 August 2026)."""

import hashlib

from django import forms
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# With a hyphen, which the names of the editors' own fields never have.
BOX = "callback-consent"


def version_of(wording):
    """Return what tells one wording from another: the start of its SHA-256."""
    return hashlib.sha256(wording.encode()).hexdigest()[:12]


class ConsentBox(forms.CheckboxInput):
    """A box whose value is the version of what stands beside it."""

    def __init__(self, version):
        super().__init__({"value": version}, check_test=lambda value: value == version)

    def format_value(self, value):
        return None  # the attribute says it, ticked or not

    def value_from_datadict(self, data, files, name):
        return data.get(name, "")


def box(wording):
    """Return the field of the box, not ticked; its value is the version, or empty.

    What a visitor ticked is what stood there then: another version is an error, so that
    nobody is on record for a text that was changed meanwhile.
    """
    version = version_of(wording)
    changed = _("This text has changed: read it again, and tick the box if you agree.")
    return forms.ChoiceField(
        label=wording,
        choices=[(version, wording)],
        required=False,
        widget=ConsentBox(version),
        error_messages={"invalid_choice": changed},
    )


class CallbackConsentQuerySet(models.QuerySet):
    def record(self, quote_request, wording, form):
        """Store what the visitor ticked, if so. Runs inside the request's transaction."""
        if form.cleaned_data.get(BOX):
            self.create(quote_request=quote_request, wording=wording, version=version_of(wording))

    def standing(self):
        return self.filter(withdrawn_at=None)

    def of_the_same_person(self, quote_request):
        """Return the consents of a request and of all others of its e-mail address."""
        one = models.Q(quote_request=quote_request)
        if quote_request.email:
            others = type(quote_request).objects.from_address(quote_request.email)
            one |= models.Q(quote_request__in=others)
        return self.filter(one)


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

    objects = CallbackConsentQuerySet.as_manager()

    never_shown = True  # to readers

    class Meta:
        verbose_name = _("consent to be called back")
        verbose_name_plural = _("consents to be called back")

    def __str__(self):
        return f"{self.quote_request.reference}: {self.version}"
