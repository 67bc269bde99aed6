"""All interviews that readers may open, as plain numbers: read once after each change."""

from array import array
from collections import defaultdict
from itertools import compress, groupby, islice, zip_longest

from django.apps import apps
from django.utils.functional import cached_property

from articles.loading import LINKS
from cyberworkers.answering.asked import known


def catalogue():
    """Return the Catalogue of the active language; kept until content changes."""
    return known(Catalogue)


class Catalogue:
    """``keys`` are those of the interviews, the newest first. The place of each is its number.

    A set of interviews is an integer, in which bit n stands for place n: what sets have in common,
    and how many that is, is found in microseconds, whatever the number of interviews.
    """

    def __init__(self):
        pages = apps.get_model("articles.InterviewPage").objects.newest()
        rows = list(pages.values_list("pk", "date"))
        self.keys = array("q", [key for key, _date in rows])
        self._places = {key: place for place, key in enumerate(self.keys)}
        self.all = (1 << len(rows)) - 1
        # The sets of each year, the last first.
        self.years, start = {}, 0
        for year, found in groupby(rows, key=lambda row: row[1].year):
            end = start + len(list(found))
            self.years[year] = (1 << end) - (1 << start)
            start = end

    @cached_property
    def topics(self):
        """Return the sets that speak of each topic, by the key of the topic."""
        return self._tied("topic_links")

    @cached_property
    def speakers(self):
        """Return the sets in which each person answers."""
        return self._tied("interviewee_links")

    @cached_property
    def askers(self):
        """Return the sets in which each person asks."""
        return self._tied("interviewer_links")

    def _tied(self, links):
        model, to = LINKS[links]
        size = len(self.keys) // 8 + 1
        found = defaultdict(lambda: bytearray(size))
        for page, key in model.objects.order_by().values_list("page_id", f"{to}_id"):
            place = self._places.get(page)
            if place is not None:
                found[key][place >> 3] |= 1 << (place & 7)
        return {key: int.from_bytes(places, "little") for key, places in found.items()}

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
        place = self._places.get(to)
        others = self.all if place is None else self.all & ~(1 << place)
        shared = [others]  # with at least none of the topics, with at least one …
        for topic in topics:
            also = [chosen & self.topics.get(topic, 0) for chosen in shared]
            pairs = zip_longest(shared[1:], also, fillvalue=0)
            shared = [others, *(some | more for some, more in pairs)]
        found, seen = [], 0
        for chosen in reversed(shared[1:]):
            found += self.keys_of(chosen & ~seen, stop=count - len(found))
            seen |= chosen
        return found
