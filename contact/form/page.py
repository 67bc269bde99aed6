"""The quote page: asks, stores, answers with a reference."""

import logging

from django.core.exceptions import TooManyFieldsSent, ValidationError
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control, never_cache
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import FormMixin
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from contact.form.fields import QuoteFormBuilder, validate_recipients
from contact.form.intake import AlreadySent, receive
from contact.form.page_form import QuotePageForm
from contact.form.previews import QuotePreviews
from contact.form.source import SOURCE, source_of
from contact.law import consent
from contact.law.retention import RetentionSettings
from contact.mails.placeholders import validate_placeholders
from contact.requests.models import QuoteRequest
from contact.requests.token import new_token, read_token
from contact.uploads.waiting import expect_files, keep_files, move
from cyberworkers import legal_names
from cyberworkers.client_address import client_address
from editing.pages import BasePage

logger = logging.getLogger(__name__)

TEXT = ["bold", "italic", "link", "ol", "ul"]
# With hyphens, which the names of the editors' own fields never have.
HONEYPOT, TOKEN = "leave-unchanged", "form-token"
MOST_VALUES = 500  # in a post; a choice may have many


class QuotePage(QuotePreviews, RoutablePageMixin, FormMixin, BasePage):
    """A form whose fields editors can change; requests are kept as they were asked."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1  # every offer on the site leads to this one
    subpage_types = []

    introduction = RichTextField(_("introduction"), features=TEXT, blank=True)
    notice = RichTextField(
        _("information notice"),
        features=TEXT,
        blank=True,
        help_text=_("Who keeps the data, why, for how long, and the visitor's rights."),
    )
    thank_you = RichTextField(_("text of the thank-you page"), features=TEXT, blank=True)
    callback_wording = models.TextField(
        _("wording of “call me back”"),
        blank=True,
        max_length=500,
        help_text=_(
            "Beside a box that the visitor may tick; what it says is kept as proof. "
            "Without a text there is no box."
        ),
    )
    confirmation_subject = models.CharField(
        _("subject of the confirmation"),
        max_length=200,
        blank=True,
        validators=[validate_placeholders],
        help_text=_("Without one: “Your request {reference}”."),
    )
    confirmation_text = models.TextField(
        _("text of the confirmation"),
        blank=True,
        max_length=5_000,
        validators=[validate_placeholders],
        help_text=_(
            "Mailed to the visitor. {name} and {reference} are replaced. "
            "Without a text no confirmation is sent."
        ),
    )
    to_address = models.CharField(
        _("recipients"),
        max_length=255,
        blank=True,
        validators=[validate_recipients],
        help_text=_("Who is told of a new request. Several addresses: with commas."),
    )

    form_builder = QuoteFormBuilder
    base_form_class = QuotePageForm  # the one of form pages, not that of other pages
    content_panels = BasePage.content_panels + [
        FieldPanel("introduction"),
        InlinePanel("form_fields", heading=_("Form fields"), label=_("Field")),
        FieldPanel("callback_wording"),
        FieldPanel(
            "notice",
            help_text=_(
                "Who keeps the data, why, for how long, and the visitor's rights. {months} and "
                "{days} are replaced by what the settings say of retention."
            ),
        ),
        HelpPanel(
            heading=_("Words in braces that are replaced by the legal identity"),
            template="home/legal_words.html",
            classname="collapsed",
        ),
        FieldPanel("thank_you"),
        MultiFieldPanel(
            [FieldPanel("confirmation_subject"), FieldPanel("confirmation_text")],
            heading=_("Confirmation mail"),
        ),
        FieldPanel("to_address", permission="contact.change_recipients"),
    ]
    override_translatable_fields = [SynchronizedField("to_address", overridable=False)]

    class Meta:
        verbose_name = _("quote page")
        verbose_name_plural = _("quote pages")
        permissions = [("change_recipients", _("Can change who is told of a new request"))]

    def clean(self):
        super().clean()
        try:
            legal_names.validate(self.notice, also=RetentionSettings.WORDS)
        except ValidationError as error:
            raise ValidationError({"notice": error}) from error

    def get_submission_class(self):
        return QuoteRequest

    def losses(self):
        """Return sentences that say what a deletion of the page means for its requests."""
        count = self.get_submissions().count()
        text = ngettext(
            "%(count)d quote request was made with this form: it stays in the inbox.",
            "%(count)d quote requests were made with this form: they stay in the inbox.",
            count,
        )
        return [text % {"count": count}] if count else []

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if self.callback_wording:
            form.fields[consent.BOX] = consent.box(self.callback_wording)
        return form

    @property
    def shown_notice(self):
        """The notice, with the time for which requests are kept."""
        return RetentionSettings.load().fill_in(self.notice)

    @path("")
    @method_decorator(cache_control(private=True, no_cache=True))
    def ask(self, request):
        """Show the form; store a good post and redirect, so that a reload asks nothing twice.

        No cache shares it. It is not ``no-store``, with which browsers forget what was typed
        when the visitor looks at another page and comes back.
        """
        if request.method != "POST":
            return self.render_form(request, self.get_form(page=self, user=request.user))
        if sum(map(len, dict(request.POST.lists()).values())) > MOST_VALUES:
            raise TooManyFieldsSent("A quote form with too many values was sent.")
        form = self.get_form(request.POST, request.FILES, page=self, user=request.user)
        known = read_token(request.POST.get(TOKEN))
        token = known or new_token()
        expect_files(form, token.id)
        if known is None:
            form.add_error(
                None, gettext("This form is too old. Your text is still here: send it again.")
            )
        valid = form.is_valid()
        attachments = keep_files(form, valid)
        if not valid:
            logger.info("A form was sent back for its fields %s.", ", ".join(form.errors))
            return self.render_form(request, form, token)
        try:
            quote_request = receive(
                self,
                form,
                token,
                trapped=bool(request.POST.get(HONEYPOT)),
                address=client_address(request),
                attachments=attachments,
                source=source_of(request),
            )
        except AlreadySent as sent:
            token = new_token(token.age)
            move(form, attachments, token.id)
            message = gettext(
                "You sent this form before, under the reference %(reference)s. To send what "
                "stands here now as another request, press the button again."
            )
            form.add_error(None, message % {"reference": sent.quote_request.reference})
            return self.render_form(request, form, token)
        return redirect(self.thanks_url(quote_request.reference))

    @path("merci/<slug:reference>/", name="thanks_fr")
    @path("thanks/<slug:reference>/", name="thanks_en")
    @method_decorator(never_cache)
    def thanks(self, request, reference):
        """Repeat the reference; says nothing of what was asked or by whom."""
        if not QuoteRequest.objects.filter(reference=reference).exists():
            raise Http404
        return self.render(
            request,
            template="contact/quote_page_thanks.html",
            context_overrides={"reference": reference},
        )

    def thanks_url(self, reference):
        return self.url + self.reverse_subpage(f"thanks_{get_language()}", args=[reference])

    def render_form(self, request, form, token=None):
        response = self.render(
            request,
            context_overrides={
                "form": form,
                "token_name": TOKEN,
                "token": token or new_token(),
                "trap": HONEYPOT,
                "source_name": SOURCE,
                "source": source_of(request),
            },
        )
        # RFC 9110, 15.5.21: understood, but the answers cannot be processed.
        response.status_code = 422 if form.errors else 200
        return response
