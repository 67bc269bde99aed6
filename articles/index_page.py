"""The list of interviews, by topic, person and year, and its feed."""

from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Locale

from articles.feeds import InterviewFeed
from articles.filters import InterviewFilter
from articles.interview_page import InterviewPage
from articles.snippets import Person
from cyberworkers.pages import BasePage

PER_PAGE = 12


class ArticleIndexPage(RoutablePageMixin, BasePage):
    """Lists the interviews below it, newest first."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1  # /entretiens/ is the only list of interviews
    subpage_types = ["articles.InterviewPage"]

    standfirst = models.TextField(_("standfirst"), max_length=300, blank=True)

    content_panels = BasePage.content_panels + [FieldPanel("standfirst")]

    class Meta:
        verbose_name = _("index of interviews")
        verbose_name_plural = _("indexes of interviews")

    def interviews(self):
        return InterviewPage.objects.child_of(self).cards()

    def render_list(self, request, interviews, **context):
        filters = InterviewFilter(request.GET, interviews)
        pages = Paginator(filters.apply(), PER_PAGE)
        interviews = pages.get_page(request.GET.get("page"))
        context |= {"interviews": interviews, "filters": filters}
        return self.render(request, context_overrides=context)

    @path("")
    def all_interviews(self, request):
        return self.render_list(request, self.interviews())

    @path("sujet/<slug:slug>/", name="topic_fr")
    @path("topic/<slug:slug>/", name="topic_en")
    def of_topic(self, request, slug):
        topic = get_object_or_404(InterviewPage.objects.topics(), slug=slug)
        interviews = self.interviews().filter(pk__in=topic.interview_links.values("page"))
        return self.render_list(request, interviews, topic=topic)

    @path("personne/<slug:slug>/", name="person_fr")
    @path("person/<slug:slug>/", name="person_en")
    def of_person(self, request, slug):
        people = Person.objects.filter(locale=Locale.get_active())
        person = get_object_or_404(people.select_related("portrait"), slug=slug)
        context = {
            "person": person,
            "given": self.interviews().of_person(person),
            "led": self.interviews().of_person(person, "interviewer_links"),
        }
        if not (context["given"] or context["led"]):
            raise Http404("Nothing of this person is published.")
        return self.render(request, template="articles/person.html", context_overrides=context)

    @path("flux/", name="feed_fr")
    @path("feed/", name="feed_en")
    def feed(self, request):
        return InterviewFeed(self)(request)

    def topic_url(self, topic):
        """Return the address of ``topic`` in the language of this page."""
        return self.url + self.reverse_subpage(f"topic_{get_language()}", args=[topic.slug])

    def person_url(self, person):
        """Return the address of ``person`` in the language of this page."""
        return self.url + self.reverse_subpage(f"person_{get_language()}", args=[person.slug])

    @property
    def feed_url(self):
        return self.url + self.reverse_subpage(f"feed_{get_language()}")
