"""Which interviews a topic or a person is tied to, as sets of their places."""

from collections import defaultdict

from articles.loading import LINKS


class Ties(dict):
    """The sets of the interviews that ``links`` tie to topics or people, by the key of these.

    ``places`` are those of the interviews by key. Read when first asked for.
    """

    def __init__(self, links, places):
        super().__init__()
        self.model, self.to = LINKS[links]
        self.places, self.whole = places, False

    def __missing__(self, key):
        self.load([key])
        return self[key]

    def load(self, keys):
        """Read the sets of ``keys``, those that lack, in one statement."""
        if lacking := [key for key in keys if key not in self]:
            links = self.model.objects.filter(**{f"{self.to}__in": lacking})
            self.update(dict.fromkeys(lacking, 0) | self.sets(links))

    def everything(self):
        """Return the sets of all topics or people that have any."""
        if not self.whole:
            self.update(self.sets(self.model.objects.all()))
            self.whole = True
        return self

    def sets(self, links):
        size = len(self.places) // 8 + 1
        found = defaultdict(lambda: bytearray(size))
        for key, page in links.order_by().values_list(f"{self.to}_id", "page_id"):
            place = self.places.get(page)
            if place is not None:
                found[key][place >> 3] |= 1 << (place & 7)
        return {key: int.from_bytes(marks, "little") for key, marks in found.items()}
