"""The list of interviews, by topic, person and year, and its feeds."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import conditional_page
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from articles.catalogue.chosen import Chosen
from articles.catalogue.everything import catalogue
from articles.index.addresses import PEOPLE, TOPICS, IndexAddresses
from articles.index.feeds import InterviewFeed
from articles.index.filters import InterviewFilter
from articles.snippets import Person, Topic
from editing.pages import BasePage

PER_PAGE = 12
FEW = 2  # entries for which there is no page of their own


class ArticleIndexPage(IndexAddresses, RoutablePageMixin, BasePage):
    """Lists the interviews below it, newest first."""

    parent_page_types = [settings.HOME_PAGE_MODEL]
    max_count_per_parent = 1  # /entretiens/ is the only list of interviews
    subpage_types = ["articles.InterviewPage"]
    lists_pages_below = lists_only = True

    standfirst = models.TextField(_("standfirst"), max_length=300, blank=True)

    content_panels = BasePage.content_panels + [FieldPanel("standfirst")]

    class Meta:
        verbose_name = _("index of interviews")
        verbose_name_plural = _("indexes of interviews")

    def share_words(self):
        return super().share_words()._replace(text=self.standfirst)

    def interviews(self, topic=None):
        """Return what readers may open in the language of this list: a Chosen."""
        everything = Chosen(catalogue())
        return everything.among(everything.catalogue.topics, topic.pk) if topic else everything

    def render_list(self, request, topic=None):
        filters = InterviewFilter(request.GET, self.interviews(topic))
        pages = Paginator(filters.apply(), PER_PAGE, FEW)
        interviews = pages.get_page(request.GET.get("page"))
        card = self.list_card(request, interviews, topic)
        context = {"interviews": interviews, "filters": filters, "card": card, "topic": topic}
        return self.render(request, context_overrides=context)

    @path("")
    def all_interviews(self, request):
        return self.render_list(request)

    @path("sujet/<slug:slug>/", name="topic_fr")
    @path("topic/<slug:slug>/", name="topic_en")
    def of_topic(self, request, slug):
        return self.render_list(request, self.topic(slug))

    @path("personne/<slug:slug>/", name="person_fr")
    @path("person/<slug:slug>/", name="person_en")
    def of_person(self, request, slug):
        people = Person.objects.select_related("portrait")
        person = self.snippet(people, slug, PEOPLE, "person")
        interviews = self.interviews()
        sets = interviews.catalogue
        given = Paginator(interviews.among(sets.speakers, person.pk), PER_PAGE, FEW)
        led = Paginator(interviews.among(sets.askers, person.pk), PER_PAGE, FEW)
        if not (given.count or led.count):
            raise Http404("Nothing of this person is published.")
        # Both lists go on from page to page, until the longer one ends.
        pages = max(given, led, key=lambda one: one.num_pages).get_page(request.GET.get("page"))
        given, led = part_of(given, pages.number), part_of(led, pages.number)
        context = {
            "person": person,
            "given": given,
            "led": led,
            "pages": pages,
            "card": self.person_card(request, person, pages, pages.number),
        }
        return self.render(request, template="articles/person.html", context_overrides=context)

    @path("flux/", name="feed_fr")
    @path("feed/", name="feed_en")
    def feed(self, request):
        return self.render_feed(request)

    @path("sujet/<slug:slug>/flux/", name="topic_feed_fr")
    @path("topic/<slug:slug>/feed/", name="topic_feed_en")
    def feed_of_topic(self, request, slug):
        return self.render_feed(request, self.topic(slug))

    def topic(self, slug):
        """Return a topic that readers can open; raises Http404."""
        return self.snippet(Topic.objects.all(), slug, TOPICS, "topic")

    def render_feed(self, request, topic=None):
        """Answer 304 when the reader has the feed as it is."""
        feed = InterviewFeed(self, self.interviews(topic), topic)
        return conditional_page(lambda request: feed(request))(request)


def part_of(paginator, number):
    """Return page ``number``, or nothing where the list has ended before."""
    if not paginator.count or number > paginator.num_pages:
        return None
    return paginator.page(number)
