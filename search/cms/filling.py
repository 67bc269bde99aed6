"""What is not yet listed, as after an update of the site: the worker enters it, once it starts."""

import time

from wagtail.models import Page
from wagtail.search.index import get_indexed_models

from editing.worker.jobs import every_pass
from search.cms import writing
from search.cms.models import Listed
from search.cms.texts import label_of, root_of

A_PASS = 5  # seconds: then the worker sees whether it shall stop


class Filling:
    """Looks for what is missing until nothing is: from then on, what is saved is entered."""

    def __init__(self):
        self.is_done = False

    def __call__(self, **kwargs):
        end = time.monotonic() + A_PASS
        while not self.is_done and time.monotonic() < end:
            things = missing()
            writing.add(things)
            self.is_done = not things


def missing():
    """Return some objects that are not listed."""
    for model in dict.fromkeys(map(root_of, get_indexed_models())):
        there = Listed.objects.filter(root=label_of(model)).values("key")
        things = model._default_manager.exclude(pk__in=there).order_by("pk")
        if issubclass(model, Page):
            things = things.specific()
        if some := list(things[: writing.AT_ONCE]):
            return some
    return []


fill = Filling()


def connect():
    every_pass.connect(fill, dispatch_uid="search.cms.filling")
