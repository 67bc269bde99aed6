"""The home page, the standing pages and the images of the site."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cyberworkers import legal_names
from cyberworkers.found import structured
from cyberworkers.searching.shown import Passage, Shown, html_passages
from cyberworkers.templatetags.legal import with_identity
from editing.pages import BasePage
from home.blocks import FrontPageBody
from home.images import SiteImage, SiteRendition
from home.legal.identity import LegalIdentity
from home.navigation.models import Navigation

__all__ = [
    "HomePage",
    "LegalIdentity",
    "Navigation",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
    "StandardPage",
]


class HomePage(BasePage):
    """The front page, composed by editors: a lead, the latest interviews, topics, people …"""

    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.LANGUAGES)  # one for each language
    lists_pages_below = True

    standfirst = models.TextField(_("standfirst"), max_length=300, blank=True)
    body = StreamField(FrontPageBody(), verbose_name=_("front page"), blank=True)
    quote_title = models.CharField(_("title of the quote offer"), max_length=120, blank=True)
    quote_text = models.TextField(_("text of the quote offer"), max_length=400, blank=True)

    content_panels = BasePage.content_panels + [
        FieldPanel("standfirst"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("quote_title"), FieldPanel("quote_text")],
            heading=_("Quote offer"),
            help_text=_("Shown where the front page has its block, and below each interview."),
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        """Add ``shown``: the keys of the interviews that the blocks so far have shown."""
        return super().get_context(request, *args, **kwargs) | {"shown": set()}

    def structured_data(self, card):
        return structured.front(card)

    def shown_words(self):
        shown = super().shown_words()
        shown.passages += (Passage(self.quote_text, self.quote_title),)
        return shown

    def share_words(self):
        return super().share_words()._replace(text=self.standfirst)


class StandardPage(BasePage):
    """A page of plain text: legal notice, privacy, accessibility, about."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"])

    content_panels = BasePage.content_panels + [
        FieldPanel("body"),
        HelpPanel(
            heading=_("Words in braces that are replaced by the legal identity"),
            template="cms/legal_words.html",
            classname="collapsed",
        ),
    ]
    search_fields = BasePage.search_fields + [index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def shown_words(self):
        """Return the text with the legal identity in it, as it is shown."""
        return Shown(
            self.title,
            also=self.words_around,
            passages=html_passages(with_identity({}, self.body)),
        )

    def clean(self):
        super().clean()
        try:
            legal_names.validate(self.body)
        except ValidationError as error:
            raise ValidationError({"body": error}) from error


class SiteSettings(BaseGenericSetting):
    """What holds for the whole site."""

    demo = models.BooleanField(
        default=False, editable=False, help_text="Whether the demo content was loaded."
    )

    panels = []

    class Meta:
        verbose_name = _("site settings")
