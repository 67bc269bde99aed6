"""The feeds: the interviews of one language, all of them or those of a topic, in full."""

from datetime import UTC, datetime
from uuid import uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Prefetch
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from articles.index.feed_entries import contents
from articles.index.feed_html import readable
from articles.interview_links import Interviewer, InterviewTopic
from articles.interview_page import InterviewPage
from cyberworkers.typography import typeset

LATEST = 20
# When a feed changed that was empty ever since the site was set up: the same at each view.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class FullTextAtom(Atom1Feed):
    """Django's Atom with the whole text, and every author (RFC 4287, 4.1.3 and 4.2.1)."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"][1:]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})

    def latest_post_date(self):
        """Return when the newest entry changed; of an empty feed, when its list was published.

        Django takes the entries' own dates as well, which may be days to come.
        """
        changes = (item["updateddate"] for item in self.items)
        return max(changes, default=self.feed["changed"])


class InterviewFeed(Feed):
    """The feed of ``index``, or of ``topic`` in it. ``interviews`` is a Chosen."""

    feed_type = FullTextAtom
    author_name = settings.WAGTAIL_SITE_NAME

    def __init__(self, index, interviews, topic=None):
        self.index = index
        self.interviews = interviews
        subject = topic or index
        self.language = index.locale.language_code
        names = ([topic.name] if topic else []) + [index.title, settings.WAGTAIL_SITE_NAME]
        self.title = self.shown(" – ".join(names))
        self.subtitle = self.shown(topic.description if topic else index.standfirst)
        self.link = index.full_url + (index.topic_path(topic) if topic else "")
        self.feed_url = index.full_url + index.feed_path(topic)
        self.feed_guid = identity(subject.translation_key, self.language)

    def shown(self, text):
        return typeset(readable(text), self.language)

    def feed_extra_kwargs(self, obj):
        return {"changed": self.index.last_published_at or NEVER}

    def get_object(self, request):
        self.request = request

    def items(self):
        asked = Prefetch("interviewer_links", Interviewer.objects.select_related("person"))
        about = Prefetch("topic_links", InterviewTopic.objects.select_related("topic"))
        keys = self.interviews[:LATEST]
        shown = InterviewPage.objects.newest().defer(None).filter(pk__in=keys)
        shown = shown.prefetch_related(asked, about)
        self.contents = contents(shown, self.language, self.request)
        return shown

    def item_title(self, interview):
        return self.shown(interview.title)

    def item_description(self, interview):
        return escape(self.shown(interview.standfirst))  # the element says that it is HTML

    def item_link(self, interview):
        return interview.get_full_url(self.request)

    def item_guid(self, interview):
        return identity(interview.translation_key, self.language)

    def item_author_name(self, interview):
        return next(iter(authors(interview)), None)

    def item_categories(self, interview):
        return [self.shown(link.topic.name) for link in interview.topic_links.all()]

    def item_pubdate(self, interview):
        return interview.day

    def item_updateddate(self, interview):
        return interview.last_published_at or interview.day

    def item_extra_kwargs(self, interview):
        return {"authors": authors(interview), "content": self.contents[interview.pk]}


def authors(interview):
    return [readable(link.person.name) for link in interview.interviewer_links.all()]


def identity(translation_key, language):
    """Return an address that stays when slugs, hosts and titles change (RFC 4287, 4.2.6)."""
    return uuid5(translation_key, language).urn
