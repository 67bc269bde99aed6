"""Some of the interviews that readers may open, for pages that list them."""


class Chosen:
    """A set of the interviews in ``catalogue``, all where none is given: the newest first.

    Counted at once, and cut into lists of keys: what a Paginator needs.
    """

    def __init__(self, catalogue, places=None):
        self.catalogue = catalogue
        self.places = catalogue.all if places is None else places

    def __len__(self):
        return self.places.bit_count()

    def __getitem__(self, part):
        """Return the keys of the interviews of the slice ``part``."""
        return self.catalogue.keys_of(self.places, part.start, part.stop)

    def among(self, sets, key):
        """Return those of them that are also in the one of ``sets`` that ``key`` names."""
        return Chosen(self.catalogue, self.places & sets[key])

    def none(self):
        return Chosen(self.catalogue, 0)

    def named(self, sets):
        """Return the names of those of ``sets`` in which any of them is, in their order."""
        return [key for key, places in [*sets.items()] if places & self.places]
