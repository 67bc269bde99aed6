"""Keeping what the searches of the CMS look into."""

from django.db.models.signals import post_save
from wagtail.models import get_page_models

from cyberworkers.language.forgiving import searched
from search.cms.models import Listed
from search.cms.texts import label_of, listed

WRITTEN = ["title", "title_words", "draft", "draft_words", "text"]
AT_ONCE = 50  # objects


def enter(things):
    """Enter ``things`` in place of what is there of them, in the order of their keys: of two who
    enter the same ones at once, one waits for the other.
    """
    write(things, update_conflicts=True, unique_fields=["root", "key"], update_fields=WRITTEN)


def add(things):
    """Enter those of ``things`` that are not there: what was saved meanwhile is newer."""
    write(things, ignore_conflicts=True)


def write(things, **conflicts):
    things = sorted(things, key=lambda thing: thing.pk)
    for start in range(0, len(things), AT_ONCE):
        Listed.objects.bulk_create(map(listed, things[start : start + AT_ONCE]), **conflicts)


def connect():
    for model in get_page_models():
        post_save.connect(on_draft, sender=model, dispatch_uid="search.cms.draft")


def on_draft(instance, update_fields, **kwargs):
    """Let a page be found by the title of its newest draft, of which Wagtail enters nothing."""
    if update_fields and "draft_title" in update_fields:
        title = instance.draft_title.replace("\x00", "")
        row = Listed.objects.filter(root=label_of(type(instance)), key=instance.pk)
        row.update(draft=title, draft_words=searched(title))


def remove(model, keys):
    raw_delete(Listed.objects.filter(root=label_of(model), key__in=keys))


def empty():
    raw_delete(Listed.objects.all())


def raw_delete(rows):
    """Delete ``rows``, of which nobody is told."""
    rows._raw_delete(rows.db)
