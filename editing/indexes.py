"""A save enters a page in the indexes of search and of references once, where it concerns them.

Stock, saving an interview enters the page again for each person and topic that it names, the first
time before these are stored; and so does each autosave, of which neither index knows anything.
"""

from contextlib import contextmanager

from asgiref.local import Local
from django.db import transaction
from django.db.models import prefetch_related_objects
from modelcluster.queryset import FakeQuerySet
from wagtail.models import COMMENTS_RELATION_NAME, ReferenceIndex
from wagtail.search import index

# What a draft changes of its page, and the index of search does not know, nor that of references
# but for the authors of comments. See `AbstractPage.save_revision`.
DRAFT = {
    COMMENTS_RELATION_NAME,
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}

saving = Local()


class IndexedOnce:
    """A page that enters itself in both indexes after each save, with all that belongs to it."""

    search_auto_update = False  # `save` does it, when the links of the page are stored as well

    def save(self, *args, **kwargs):
        """Save, and enter the page in both indexes, in one transaction.

        Nothing is entered for a save of ``update_fields`` of which the indexes know nothing.
        """
        fields = kwargs.get("update_fields")
        if fields is not None and DRAFT.issuperset(fields) and not has_comments(self):
            with entered_at_the_end():
                return super().save(*args, **kwargs)
        with transaction.atomic(), entered_at_the_end() as to_enter:
            saved = super().save(*args, **kwargs)
            to_enter[self.pk] = self
            return saved


def has_comments(page):
    """Return whether ``page`` has comments in memory: those of the database are not saved."""
    comments = getattr(page, COMMENTS_RELATION_NAME).all()
    return isinstance(comments, FakeQuerySet) and comments.exists()


@contextmanager
def entered_at_the_end():
    """Give a dictionary of the pages to be entered in the indexes when the outermost save ends.

    Pages and what belongs to them are all that is saved meanwhile of what Wagtail follows.
    """
    if hasattr(saving, "pages"):  # a save within a save, which Wagtail's switch would not survive
        yield saving.pages
        return
    # That module wants all models, and this one is imported by some.
    from wagtail.signal_handlers import disable_reference_index_auto_update

    saving.pages = {}
    try:
        with disable_reference_index_auto_update():
            yield saving.pages
        for page in saving.pages.values():
            enter(page)
    finally:
        del saving.pages


def enter(page):
    """Enter ``page``, just saved, in both indexes. Its links are read anew, and once."""
    links = list(related(page.search_fields))
    names = {name.partition("__")[0] for name in links}
    if hasattr(page, "_prefetched_objects_cache"):
        page.refresh_from_db(fields=names)
    prefetch_related_objects([page], *links)
    ReferenceIndex.create_or_update_for_object(page)
    index.insert_or_update_object(page)
    if names:
        page.refresh_from_db(fields=names)  # forgets what was prefetched, without a query


def related(fields):
    """Return the lookups of what the search ``fields`` of a model name of other models."""
    for field in fields:
        if isinstance(field, index.RelatedFields):
            yield field.field_name
            yield from (f"{field.field_name}__{name}" for name in related(field.fields))
