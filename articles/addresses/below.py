"""The list of interviews in one language, and the addresses below it: plain data."""

from functools import lru_cache
from typing import NamedTuple

from django.apps import apps

from cyberworkers.answering.asked import known


class Index(NamedTuple):
    """The list of interviews in one language, with the addresses below it."""

    locale_id: int
    language: str
    title: str
    url: str

    @lru_cache(maxsize=2000)  # noqa: B019 - it is plain data, of which few are alive
    def below(self, name, *args):
        resolver = index_model().get_resolver()
        return self.url + resolver.reverse(f"{name}_{self.language}", *args)

    def topic_url(self, topic):
        return self.below("topic", topic.slug)

    def person_url(self, person):
        """Return the address of ``person``, or "" of who waits for a translation."""
        return self.below("person", person.slug) if person.locale_id == self.locale_id else ""

    @property
    def feed_url(self):
        return self.below("feed")


def index_model():
    """Return ArticleIndexPage, which stands on the pages that ask for this."""
    return apps.get_model("articles", "ArticleIndexPage")


def interview_index():
    """Return what pages show of the index of interviews in the active language, or None."""
    return known(find_index)


def find_index():
    page = index_model().objects.published().select_related("locale").first()
    return page and Index(page.locale_id, page.locale.language_code, page.title, page.url)
