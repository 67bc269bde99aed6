"""The home page, the standing pages and the images of the site."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.fields import RichTextField
from wagtail.search import index

from cyberworkers import structured
from cyberworkers.pages import BasePage
from home.images import SiteImage, SiteRendition

__all__ = ["HomePage", "SiteImage", "SiteRendition", "SiteSettings", "StandardPage"]


class HomePage(BasePage):
    """The front page: a lead interview, the latest ones, the topics, the quote offer."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.LANGUAGES)  # one for each language
    subpage_types = ["articles.ArticleIndexPage", "contact.QuotePage", "home.StandardPage"]
    lists_pages_below = True

    standfirst = models.TextField(_("standfirst"), max_length=300, blank=True)
    lead = models.ForeignKey(
        "articles.InterviewPage",
        verbose_name=_("lead interview"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Leave empty to show the latest interview."),
    )
    quote_title = models.CharField(_("title of the quote offer"), max_length=120, blank=True)
    quote_text = models.TextField(_("text of the quote offer"), max_length=400, blank=True)

    content_panels = BasePage.content_panels + [
        FieldPanel("standfirst"),
        PageChooserPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("quote_title"), FieldPanel("quote_text")], heading=_("Quote offer")
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def structured_data(self, card):
        return structured.front(card)

    def share_words(self):
        return super().share_words()._replace(text=self.standfirst)


class StandardPage(BasePage):
    """A page of plain text: legal notice, privacy, accessibility, about."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"])

    content_panels = BasePage.content_panels + [FieldPanel("body")]
    search_fields = BasePage.search_fields + [index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class SiteSettings(BaseGenericSetting):
    """What holds for the whole site."""

    demo = models.BooleanField(
        default=False, editable=False, help_text="Whether the demo content was loaded."
    )

    panels = []

    class Meta:
        verbose_name = _("site settings")
