"""The list of interviews, by topic, and its feeds."""

from django.core.paginator import Paginator
from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import conditional_page
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from articles.feeds import InterviewFeed
from articles.interview_page import InterviewPage
from articles.snippets import Topic
from articles.topics import topics_in_languages
from cyberworkers import structured
from cyberworkers.card import hreflang
from cyberworkers.pages import BasePage

PER_PAGE = 12


class ArticleIndexPage(RoutablePageMixin, BasePage):
    """Lists the interviews below it, newest first."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1  # /entretiens/ is the only list of interviews
    subpage_types = ["articles.InterviewPage"]
    lists_pages_below = True

    standfirst = models.TextField(_("standfirst"), max_length=300, blank=True)

    content_panels = BasePage.content_panels + [FieldPanel("standfirst")]

    class Meta:
        verbose_name = _("index of interviews")
        verbose_name_plural = _("indexes of interviews")

    def interviews(self, topic=None):
        interviews = InterviewPage.objects.child_of(self).cards()
        return (
            interviews.filter(pk__in=topic.interview_links.values("page")) if topic else interviews
        )

    def render_list(self, request, topic=None):
        pages = Paginator(self.interviews(topic), PER_PAGE)
        interviews = pages.get_page(request.GET.get("page"))
        context = {"interviews": interviews, "card": self.list_card(request, interviews, topic)}
        return self.render(request, context_overrides=context | ({"topic": topic} if topic else {}))

    @path("")
    def all_interviews(self, request):
        return self.render_list(request)

    @path("sujet/<slug:slug>/", name="topic_fr")
    @path("topic/<slug:slug>/", name="topic_en")
    def of_topic(self, request, slug):
        return self.render_list(request, self.topic(slug))

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
        return get_object_or_404(InterviewPage.objects.topics(), slug=slug)

    def render_feed(self, request, topic=None):
        """Answer 304 when the reader has the feed as it is."""
        feed = InterviewFeed(self, self.interviews(topic), topic)
        return conditional_page(lambda request: feed(request))(request)

    def list_card(self, request, interviews, topic):
        """Return the Card of a page of the list. What only a parameter selects is not indexed."""
        number = interviews.number
        parameters = {name for name in request.GET if not name.startswith("utm_")}
        values = {"hidden": bool(parameters - {"page"}) or not interviews}
        if topic:
            values |= {
                "title": topic.name,
                "description": topic.description,
                "url": self.full_url + self.topic_path(topic),
                "alternates": self.languages_of(topic),
            }
        if number > 1:  # each page of the list stands for itself
            url = values.get("url", self.full_url)
            values |= {"url": f"{url}?page={number}", "alternates": []}
        card = self.card(request, **values)
        if topic and card.data:
            way = structured.breadcrumbs(self, last=(topic.name, card.url))
            card.data = [*card.data[:-1], way]
        return card

    def get_sitemap_urls(self, request=None):
        """Return this list and its topics; nothing as long as there is nothing in it."""
        topics = self.topics_in_languages()
        entries = [
            {
                "location": own.url,
                "lastmod": topic.changed,
                "alternates": [
                    {"lang_code": code, "location": url}
                    for code, url in hreflang([alternate for _topic, alternate in languages])
                ],
            }
            for languages in topics
            for topic, own in languages
            if topic.locale_id == self.locale_id
        ]
        if not InterviewPage.objects.child_of(self).live().public().exists():
            return []
        return super().get_sitemap_urls(request) + entries

    def topics_in_languages(self, **which):
        indexes = ArticleIndexPage.objects.filter(translation_key=self.translation_key)
        indexes = indexes.live().public().select_related("locale")
        return topics_in_languages(indexes, InterviewPage.objects.live().public(), **which)

    def languages_of(self, topic):
        found = self.topics_in_languages(translation_key=topic.translation_key)
        return [alternate for languages in found for _topic, alternate in languages]

    def topic_path(self, topic):
        """Return the end of the address of ``topic``, in the language of this page."""
        return self.reverse_subpage(f"topic_{self.locale.language_code}", args=[topic.slug])

    def feed_path(self, topic=None):
        """Return the end of the address of the feed, or of that of ``topic``."""
        name = "topic_feed" if topic else "feed"
        args = [topic.slug] if topic else []
        return self.reverse_subpage(f"{name}_{self.locale.language_code}", args=args)

    def get_route_paths(self):
        """Return all that lies below this page, so that redirects lead on when it moves."""
        topics = InterviewPage.objects.live().public().values("topic_links__topic")
        paths = ["", self.feed_path()]
        for topic in Topic.objects.filter(locale_id=self.locale_id, pk__in=topics):
            paths += [self.topic_path(topic), self.feed_path(topic)]
        return [f"/{path}" for path in paths]

    def topic_url(self, topic):
        return self.url + self.topic_path(topic)

    @property
    def feed_url(self):
        return self.url + self.feed_path()
