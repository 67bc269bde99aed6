"""Keeping the index: what a change of something else does to the text of pages.

A page is entered when it is saved, in the same transaction (`search.index.backend`). The name of
a person stands in many pages, the publisher's in some: these are noted, and the worker enters them
anew in its pass, since whoever saves a name does not wait for hundreds of pages.
"""

import time
from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backends

from cyberworkers.slots import modules
from editing.worker.jobs import every_pass
from search.index.kinds import kinds
from search.index.models import Document, Stale

AT_ONCE = 20  # objects
A_PASS = 5  # seconds: then the worker sees whether it shall stop


def connect():
    """Follow what is named elsewhere; called once all models are known."""
    for kind in kinds().values():
        if kind.model is not Page:
            post_save.connect(on_named, sender=kind.model, dispatch_uid="search.index.named")
    for module in modules("searchable"):
        for model, pages_of in module.FOLLOWED.items():
            receiver = on_setting(pages_of)
            uid = f"search.index.{module.__name__}"
            post_save.connect(receiver, sender=model, weak=False, dispatch_uid=uid)
    every_pass.connect(enter_stale, dispatch_uid="search.index.stale")


def on_named(instance, created, **kwargs):
    if not created:
        page = ContentType.objects.get_for_model(Page)
        uses = ReferenceIndex.get_references_to(instance).filter(base_content_type=page)
        note(Page, {int(key) for key in uses.values_list("object_id", flat=True)})


def on_setting(pages_of):
    def receive(instance, **kwargs):
        note(Page, pages_of(instance))

    return receive


def note(model, keys):
    """Let the worker enter the objects ``keys`` of ``model`` anew."""
    root = model._meta.label_lower
    rows = [Stale(root=root, key=key) for key in sorted(keys)]
    Stale.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def note_everything():
    for kind in kinds().values():
        note(kind.model, kind.model._default_manager.values_list("pk", flat=True))


def enter_stale(**kwargs):
    """Enter anew for some seconds what was noted; everything, where the index is empty."""
    if not Document.objects.exists() and not Stale.objects.exists():
        note_everything()
    end = time.monotonic() + A_PASS
    for root, kind in kinds().items():
        while time.monotonic() < end and enter_some(root, kind):
            pass


def enter_some(root, kind):
    """Enter some that are noted of a `Kind`; return whether there were any.

    Who saves one of them at this moment waits, so that no older text overwrites a newer.
    """
    noted = Stale.objects.filter(root=root)
    keys = list(noted.values_list("key", flat=True)[:AT_ONCE])
    with transaction.atomic():
        noted.filter(key__in=keys).delete()  # first: what is noted from now on is noted anew
        things = kind.model._default_manager.filter(pk__in=keys)
        locked = list(things.order_by("pk").select_for_update(of=("self",)))
        if kind.model is Page:
            locked = Page.objects.filter(pk__in=[one.pk for one in locked]).specific()
        by_type = defaultdict(list)
        for thing in locked:
            by_type[type(thing)].append(thing)
        for model, some in by_type.items():
            for backend in get_search_backends(with_auto_update=True):  # the CMS names it, too
                backend.add_bulk(model, some)
    return bool(keys)
