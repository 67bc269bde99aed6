"""The interview page, and what ties it to people and topics."""

from datetime import datetime, time

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Locale, Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from articles import structured
from articles.agreement import deletion
from articles.agreement.panels import AgreementPanel
from articles.agreement.state import Agreement
from articles.blocks import InterviewBody
from articles.checks import INTERVIEW_CHECKS
from articles.renditions import prefetch_renditions
from articles.snippets import Person, Topic
from cyberworkers.pages import BasePage, PublishedQuerySet


class InterviewQuerySet(PublishedQuerySet):
    def cards(self):
        """Return what visitors may read, newest first, with all that a card shows."""
        return (
            self.published()
            .select_related("hero_image", "locale")
            .prefetch_related(
                "hero_image__renditions",
                models.Prefetch("interviewee_links", Interviewee.objects.select_related("person")),
                models.Prefetch("topic_links", InterviewTopic.objects.select_related("topic")),
            )
            .order_by("-date", "-pk")
        )

    def topics(self):
        """Return the topics, in the language of the request, of what visitors may read."""
        chosen = self.published().values("topic_links__topic")
        return Topic.objects.filter(locale=Locale.get_active(), pk__in=chosen)


class InterviewPage(BasePage):
    """An interview: who speaks, about what, and the questions and answers."""

    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types = []

    standfirst = models.TextField(
        _("standfirst"),
        max_length=400,
        blank=True,
        help_text=_("Two sentences at most: why read this interview?"),
    )
    date = models.DateField(_("date"), default=timezone.localdate)
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("main image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("alternative text of the main image"),
        max_length=250,
        blank=True,
        help_text=_("Say in words what the image shows. Empty: the image's own description."),
    )
    body = StreamField(InterviewBody(), verbose_name=_("interview"), blank=True)

    objects = PageManager.from_queryset(InterviewQuerySet)()

    checks = [*INTERVIEW_CHECKS, *BasePage.checks]

    content_panels = BasePage.content_panels + [
        FieldPanel("standfirst"),
        FieldPanel("date"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_alt")], heading=_("Main image")
        ),
        MultipleChooserPanel(
            "interviewee_links", chooser_field_name="person", heading=_("Interviewees")
        ),
        MultipleChooserPanel(
            "interviewer_links", chooser_field_name="person", heading=_("Interviewers")
        ),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", heading=_("Topics")),
        FieldPanel("body"),
        AgreementPanel(heading=_("Interviewee's agreement")),
    ]
    search_fields = BasePage.search_fields + [
        index.SearchField("standfirst", boost=2),
        index.SearchField("body"),
        index.RelatedFields(
            "interviewee_links",
            [index.RelatedFields("person", [index.SearchField("name", boost=2)])],
        ),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")

    @cached_property
    def interviewees(self):
        return [link.person for link in self.interviewee_links.select_related("person")]

    @cached_property
    def interviewers(self):
        return [link.person for link in self.interviewer_links.select_related("person")]

    @cached_property
    def topics(self):
        return [link.topic for link in self.topic_links.select_related("topic")]

    @cached_property
    def is_agreed(self):
        """Whether the interviewee approved the text of this very version, for the checklist."""
        return Agreement(self).is_agreed

    def kept_in_bin(self):
        """Return what comes back with the page: the interviewees' links, then their answers."""
        return deletion.kept(self)

    def losses(self):
        """Return sentences that say what a deletion takes away beside the page itself."""
        return deletion.losses(self)

    @property
    def day(self):
        """The date that editors gave the interview as a moment: its first minute."""
        return make_aware(datetime.combine(self.date, time.min))

    @property
    def hero_description(self):
        """The alternative text of the main image, its own or the image's."""
        return self.hero_alt or (self.hero_image.description if self.hero_image else "")

    @property
    def questions(self):
        """The exchanges, for the list of questions above the interview."""
        return [block for block in self.body if block.block_type == "exchange"]

    def card(self, request, **values):
        return super().card(request, kind="article", published=self.day, **values)

    def structured_data(self, card):
        return structured.interview(self, card)

    def share_words(self):
        people = self.interviewees
        return (
            super()
            .share_words()
            ._replace(
                people=tuple(person.name for person in people),
                role=people[0].role if len(people) == 1 else "",
                picture=self.hero_image,
            )
        )

    def get_context(self, request, *args, **kwargs):
        prefetch_renditions(self)
        return super().get_context(request, *args, **kwargs)


class InterviewLink(TranslatableMixin, Orderable):
    """Ties an interview to a person or a topic; translated with the page."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class Interviewee(InterviewLink):
    page = ParentalKey(InterviewPage, on_delete=models.CASCADE, related_name="interviewee_links")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    panels = [FieldPanel("person")]

    class Meta(InterviewLink.Meta):
        verbose_name = _("interviewee")
        verbose_name_plural = _("interviewees")


class Interviewer(InterviewLink):
    page = ParentalKey(InterviewPage, on_delete=models.CASCADE, related_name="interviewer_links")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    panels = [FieldPanel("person")]

    class Meta(InterviewLink.Meta):
        verbose_name = _("interviewer")
        verbose_name_plural = _("interviewers")


class InterviewTopic(InterviewLink):
    page = ParentalKey(InterviewPage, on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="interview_links")
    panels = [FieldPanel("topic")]

    class Meta(InterviewLink.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
