"""The interview page."""

import json
from datetime import datetime, time

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import PageManager
from wagtail.search import index

from articles import structured
from articles.agreement import deletion
from articles.agreement.panels import AgreementPanel
from articles.agreement.state import Agreement, counted_remarks
from articles.blocks import InterviewBody
from articles.catalogue.everything import catalogue
from articles.checks import INTERVIEW_CHECKS
from articles.interview_queryset import InterviewQuerySet
from articles.loading import LINKS, load_links, load_pictures, main_picture
from articles.passages.shown import shown_words
from articles.video.frames import framing
from cyberworkers.answering.choosers import OptionalKey
from cyberworkers.remembered.texts import Memory
from editing.editor.chooser_panel import MultipleChooserPanel
from editing.pages import BasePage

# Silent reading of a French text of some length: Brysbaert, 2019, gives 214 words a minute.
WORDS_A_MINUTE = 214
MINUTES = Memory(characters=2_000_000)
# The preview of cards, entries and portraits; through it the worker makes their images in time.
ELSEWHERE = "elsewhere"


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
    hero_image = OptionalKey(
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
    fetched_with = [*BasePage.fetched_with, "hero_image"]

    checks = [*INTERVIEW_CHECKS, *BasePage.checks]

    # What one writes, then what surrounds it.
    content_panels = BasePage.content_panels + [
        FieldPanel("standfirst"),
        FieldPanel("body"),
        FieldPanel("date"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_alt")], heading=_("Main image")
        ),
        MultipleChooserPanel(
            "interviewee_links",
            chooser_field_name="person",
            heading=_("Interviewees"),
            attrs={"data-controller": "speakers"},  # articles/writing/
        ),
        MultipleChooserPanel(
            "interviewer_links", chooser_field_name="person", heading=_("Interviewers")
        ),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", heading=_("Topics")),
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
        # In the order of every list: the newest are found without a look at the others.
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="newest_interviews")]

    @cached_property
    def interviewees(self):
        return [link.person for link in self.interviewee_links.select_related("person")]

    @cached_property
    def interviewers(self):
        return [link.person for link in self.interviewer_links.select_related("person")]

    @cached_property
    def topics(self):
        """The topics that readers can open: none that waits for its translation."""
        topics = (link.topic for link in self.topic_links.select_related("topic"))
        return [topic for topic in topics if topic.locale_id == self.locale_id]

    @cached_property
    def agreement(self):
        """Where the agreement on this very version stands."""
        return Agreement(self)

    @cached_property
    def is_agreed(self):
        """Whether the interviewee approved the text of this very version, for the checklist."""
        return self.agreement.is_agreed

    def open_remarks(self):
        return counted_remarks(self)

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

    @cached_property
    def related(self):
        """What readers can open of what the editors chose to be read next."""
        blocks = [block for block in self.body if block.block_type == "related"]
        chosen = [page for block in blocks for page in block.value["interviews"]]
        return InterviewPage.objects.chosen(chosen)

    @cached_property
    def recommended(self):
        """The keys of what shares most topics, where the editors chose nothing."""
        topics = [link.topic_id for link in self.topic_links.all()]
        return catalogue().closest(topics, 3, to=self.pk)

    @property
    def has_links(self):
        """Whether people and topics are those of a version, or were given by `load_links`."""
        return self.pk is None or bool(getattr(self, "_cluster_related_objects", None))

    @property
    def has_related(self):
        return bool(self.related)

    @cached_property
    def minutes(self):
        """How long reading takes, in minutes, at least one."""
        about = json.dumps([self.standfirst, *self.body.raw_data], default=str)
        return MINUTES.recall(about, self.count_minutes)

    def count_minutes(self):
        texts = [self.standfirst, *self.body.stream_block.get_searchable_content(self.body)]
        return max(1, round(sum(len(str(text).split()) for text in texts) / WORDS_A_MINUTE))

    preview_modes = [("", _("Interview")), (ELSEWHERE, _("Where other pages announce it"))]

    def get_preview_template(self, request, mode_name):
        if mode_name == ELSEWHERE:
            return "articles/elsewhere.html"
        return super().get_preview_template(request, mode_name)

    def serve(self, request, *args, **kwargs):
        return framing(self, super().serve)(request, *args, **kwargs)

    def serve_preview(self, request, mode_name):
        return framing(self, super().serve_preview)(request, mode_name)

    def card(self, request, **values):
        about = {"kind": "article", "published": self.day, "image": main_picture(self)}
        return super().card(request, **about, **values)

    def structured_data(self, card):
        return structured.interview(self, card)

    def shown_words(self):
        return shown_words(self)

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
        """Fetch pictures, people and topics of the page together."""
        load_links([self], *LINKS)
        load_pictures(self)
        return super().get_context(request, *args, **kwargs)
