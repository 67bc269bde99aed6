"""What pages show of the list of interviews, of its topics and people: plain data."""

from functools import lru_cache
from typing import NamedTuple

from articles.index.page import ArticleIndexPage


class UsedTopic(NamedTuple):
    pk: int
    name: str
    slug: str


class Speaker(NamedTuple):
    name: str
    role: str
    slug: str
    locale_id: int


class Index(NamedTuple):
    """The list of interviews in one language, with the addresses below it."""

    locale_id: int
    language: str
    title: str
    url: str

    @lru_cache(maxsize=2000)  # noqa: B019 - it is plain data, of which few are alive
    def below(self, name, *args):
        resolver = ArticleIndexPage.get_resolver()
        return self.url + resolver.reverse(f"{name}_{self.language}", *args)

    def topic_url(self, topic):
        return self.below("topic", topic.slug)

    def person_url(self, person):
        return self.below("person", person.slug)

    @property
    def feed_url(self):
        return self.below("feed")
