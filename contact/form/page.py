"""The quote page: asks, stores, answers with a reference."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, models
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control, never_cache
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.forms.models import FormMixin
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from contact.form.addresses import validate_recipients
from contact.form.builder import QuoteFormBuilder
from contact.form.page_form import QuotePageForm
from contact.form.post import Post, ShownForm
from contact.form.previews import QuotePreviews
from contact.form.questions_panel import QuestionsPanel
from contact.form.usable import refusals
from contact.law import consent
from contact.law.retention import RetentionSettings
from contact.mails.placeholders import validate_placeholders
from contact.requests.models import QuoteRequest
from cyberworkers import legal_names
from cyberworkers.searching.shown import Passage, html_passages
from cyberworkers.templatetags.legal import with_identity
from editing.checklist.findings import NotReady
from editing.pages import BasePage

TEXT = ["bold", "italic", "link", "ol", "ul"]


class QuotePage(QuotePreviews, RoutablePageMixin, FormMixin, BasePage):
    """A form whose fields editors can change; requests are kept as they were asked."""

    parent_page_types = [settings.HOME_PAGE_MODEL]
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

    is_answered_anew = True
    form_builder = QuoteFormBuilder
    base_form_class = QuotePageForm  # the one of form pages, not that of other pages
    content_panels = BasePage.content_panels + [
        FieldPanel("introduction"),
        QuestionsPanel("form_fields", heading=_("Form fields"), label=_("Field")),
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
            template="cms/legal_words.html",
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

    @classmethod
    def fetched(cls, pk):
        """Return the page ``pk`` with its form fields."""
        page = super().fetched(pk)
        page.asked  # noqa: B018 - looked up here, kept with the page
        return page

    def clean(self):
        super().clean()
        try:
            legal_names.validate(self.notice, also=RetentionSettings.WORDS)
        except ValidationError as error:
            raise ValidationError({"notice": error}) from error

    def shown_words(self):
        """Return what stands above the form, what it asks, and its notice."""
        asked = [f"{field.label} {field.help_text}".strip() for field in self.asked]
        shown = super().shown_words()
        shown.passages = (
            *html_passages(self.introduction),
            Passage("\n".join([*asked, self.callback_wording])),
            *html_passages(with_identity({}, self.shown_notice)),
        )
        return shown

    def get_submission_class(self):
        return QuoteRequest

    def get_form_fields(self):
        return self.asked

    @cached_property
    def asked(self):
        """The fields, read once: a post needs them for the form and for what is stored of it."""
        return list(super().get_form_fields())

    def publish(self, revision, *args, **kwargs):
        """Publish as any page; raises NotReady for a form that visitors could not send."""
        if sentences := refusals(revision.as_object()):
            raise NotReady(self, sentences)
        return super().publish(revision, *args, **kwargs)

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
            return ShownForm(self, request).show()
        post = Post(self, request)
        try:
            quote_request = post.store()
        except (OperationalError, InterfaceError):  # locked for too long, full, gone a moment ago
            return post.show_untaken()
        if quote_request is None:
            return post.show()
        return redirect(self.thanks_url(quote_request.reference))

    @path("merci/<slug:reference>/", name="thanks_fr")
    @path("thanks/<slug:reference>/", name="thanks_en")
    @method_decorator(never_cache)
    def thanks(self, request, reference):
        """Repeat the reference; says nothing of what was asked or by whom."""
        quote_request = QuoteRequest.objects.filter(reference=reference).only("answers").first()
        if quote_request is None:
            raise Http404
        return self.render(
            request,
            template="contact/quote_page_thanks.html",
            context_overrides={
                "reference": reference,
                "lacks_files": quote_request.lacks_files,
            },
        )

    def thanks_url(self, reference):
        return self.url + self.reverse_subpage(f"thanks_{get_language()}", args=[reference])
