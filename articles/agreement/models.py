"""A secret link to a draft, for one person, and the answers given through it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from articles.agreement.token import derive, fingerprint, new_key, recover

COMMENT = 2000  # characters


class LinkQuerySet(models.QuerySet):
    def make(self, page, days, **fields):
        """Store and return a link to ``page`` that is open for ``days`` days."""
        key = new_key()
        return self.create(
            page=page,
            key=key,
            digest=fingerprint(derive(key)),
            expires_at=timezone.now() + timedelta(days=days),
            **fields,
        )

    def open_for(self, token):
        """Return the open link of ``token`` in the language of the address, or None.

        One look-up by hash, whatever is wrong: unknown, expired, withdrawn and malformed tokens
        take the same query and find the same nothing.
        """
        return (
            self.filter(
                digest=fingerprint(token),
                withdrawn_at=None,
                expires_at__gt=timezone.now(),
                page__locale__language_code=get_language(),
            )
            .select_related("page__locale", "page__latest_revision", "created_by")
            .first()
        )


class AgreementLink(models.Model):
    """Lets one named person read and answer the draft of an interview without an account."""

    page = models.ForeignKey(
        "articles.InterviewPage", on_delete=models.CASCADE, related_name="agreement_links"
    )
    name = models.CharField(_("interviewee"), max_length=120)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    message = models.TextField(_("message"), max_length=COMMENT, blank=True)
    key = models.CharField(max_length=43, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("open until"))
    sent_at = models.DateTimeField(null=True, editable=False)
    seen_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = LinkQuerySet.as_manager()
    # What it refers to is shown by the panel, not by Wagtail's lists of uses.
    wagtail_reference_index_ignore = True
    never_shown = True  # to readers

    class Meta:
        verbose_name = _("link for the interviewee")
        verbose_name_plural = _("links for interviewees")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.name

    @property
    def token(self):
        return recover(self.key, self.digest)

    @property
    def path(self):
        """The address below the site's, in the language of the page; "" when it is lost."""
        token = self.token
        with override(self.page.locale.language_code):
            return reverse("agreement", args=[token]) if token else ""

    @property
    def url(self):
        return settings.SITE_URL + self.path if self.path else ""

    @property
    def is_open(self):
        return self.withdrawn_at is None and self.expires_at > timezone.now()

    @property
    def last_answer(self):
        return next(iter(self.answers.all()), None)

    @property
    def asked_by(self):
        """The name of the editor who asks, for the interviewee."""
        return get_user_display_name(self.created_by) or "Cyberworkers"


class AgreementAnswer(models.Model):
    """What was answered, and to which text.

    ``digest`` is that of the text which the interviewee saw; ``revision`` is where it stood.
    ``passages`` is a list of ``{id, quote, text}``, quoted as the interviewee saw them, so
    that a later change of the text changes nothing here. ``form_id`` is the number of the form:
    it makes a repeated post the same answer.
    """

    class Verdict(models.TextChoices):
        APPROVED = "approved", _("Approved")
        CHANGES = "changes", _("Changes asked")

    link = models.ForeignKey(AgreementLink, on_delete=models.CASCADE, related_name="answers")
    form_id = models.UUIDField(unique=True, editable=False)
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    digest = models.CharField(max_length=64)
    verdict = models.CharField(_("answer"), max_length=8, choices=Verdict)
    comment = models.TextField(_("comment"), max_length=COMMENT, blank=True)
    passages = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True
    never_shown = True  # to readers

    class Meta:
        verbose_name = _("interviewee's answer")
        verbose_name_plural = _("interviewees' answers")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.link}: {self.get_verdict_display()}"
