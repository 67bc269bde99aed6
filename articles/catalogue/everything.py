"""All interviews that readers may open, as plain numbers: read once after each change."""

from array import array
from itertools import compress, groupby, islice, zip_longest

from django.apps import apps
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from articles.catalogue.ties import Ties
from cyberworkers.answering.asked import known
from cyberworkers.answering.readable import readable


def catalogue():
    """Return the Catalogue of the active language; kept until content changes."""
    return known(Catalogue)


class Catalogue:
    """``keys`` are those of the interviews, the newest first. The place of each is its number.

    A set of interviews is an integer, in which bit n stands for place n: what sets have in common,
    and how many that is, is found in microseconds, whatever the number of interviews. ``years``,
    the last first, and ``topics``, ``speakers`` and ``askers`` hold sets by year or key.
    """

    def __init__(self):
        # Read one by one: to join them, databases would look up each page for itself.
        opened = set(readable(Page.objects.order_by()).values_list("pk", flat=True))
        interviews = apps.get_model("articles.InterviewPage").objects.order_by("-date", "-pk")
        dates = interviews.values_list("pk", Cast("date", TextField()))
        rows = [(key, date) for key, date in dates if key in opened]
        self.keys = array("q", [key for key, _date in rows])
        self.all = (1 << len(rows)) - 1
        self.years, start = {}, 0
        for year, found in groupby(rows, key=lambda row: int(row[1][:4])):
            end = start + len(list(found))
            self.years[year] = (1 << end) - (1 << start)
            start = end
        self.places = {key: place for place, key in enumerate(self.keys)}
        self.topics = Ties("topic_links", self.places)
        self.speakers = Ties("interviewee_links", self.places)
        self.askers = Ties("interviewer_links", self.places)

    def keys_of(self, chosen, start=0, stop=None):
        """Return the keys of the set ``chosen``, newest first: a slice of them."""
        marks = map(int, reversed(f"{chosen:b}"))
        return list(islice(compress(self.keys, marks), start, stop))

    def newest(self, count):
        """Return the keys of the ``count`` newest."""
        return list(self.keys[:count])

    def closest(self, topics, count, *, to):
        """Return the keys of ``count`` interviews that share most of ``topics``, keys, with the one
        that has the key ``to``: of those that share as many, the newest.
        """
        self.topics.load(topics)
        place = self.places.get(to)
        others = self.all if place is None else self.all & ~(1 << place)
        shared = [others]  # with at least none of the topics, with at least one …
        for topic in topics:
            also = [chosen & self.topics[topic] for chosen in shared]
            pairs = zip_longest(shared[1:], also, fillvalue=0)
            shared = [others, *(some | more for some, more in pairs)]
        found, seen = [], 0
        for chosen in reversed(shared[1:]):
            found += self.keys_of(chosen & ~seen, stop=count - len(found))
            seen |= chosen
        return found
