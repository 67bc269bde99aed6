"""The index of what readers find, as one of Wagtail's search backends.

So Wagtail enters what is saved and takes out what is deleted, in the same transaction, and
`update_index` rebuilds it all. It is asked by `search.query` alone: ``search`` of a model is for
the backend of the CMS.
"""

from modelsearch.backends.base import BaseIndex, BaseSearchBackend

from search.index import writing
from search.index.kinds import kind_of


class ReadersIndex(BaseIndex):
    def add_items(self, model, items):
        if items and kind_of(model):
            writing.enter(items)

    def delete_item(self, item):
        if kind := kind_of(type(item)):
            writing.remove(kind.model, [item.pk])

    def reset(self):
        writing.empty()


class Rebuilder:
    """Begins with an empty index: until it has ended, what was entered again is found."""

    def __init__(self, index):
        self.index = index

    def start(self):
        self.index.reset()
        return self.index

    def finish(self):
        pass


class SearchBackend(BaseSearchBackend):
    index_class = ReadersIndex
    rebuilder_class = Rebuilder
