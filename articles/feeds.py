"""The feed of the interviews of one language."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import datetime, make_aware

from cyberworkers.typography import typeset

LATEST = 20
# Pasted from word processors; XML 1.0 has no way to write them.
CONTROL = dict.fromkeys({*range(32)} - {9, 10, 13})


def shown(text):
    return typeset(text.translate(CONTROL))


class InterviewFeed(Feed):
    feed_type = Atom1Feed

    def __init__(self, index):
        self.index = index
        self.title = f"{shown(index.title)} – Cyberworkers"
        self.subtitle = shown(index.standfirst)
        self.link = index.full_url
        self.feed_url = index.get_site().root_url + index.feed_url

    def items(self):
        return self.index.interviews()[:LATEST]

    def item_title(self, interview):
        return shown(interview.title)

    def item_description(self, interview):
        return shown(interview.standfirst)

    def item_link(self, interview):
        return interview.full_url

    def item_pubdate(self, interview):
        return make_aware(datetime.combine(interview.date, datetime.min.time()))

    def item_updateddate(self, interview):
        return interview.last_published_at
