"""Where readers see an image, a document or a snippet now."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, ReferenceIndex

NAMED = 5  # pages; the others are counted


@dataclass
class Seen:
    """The ``count`` of pages that are online with a thing, the first of them, and settings."""

    count: int
    pages: list
    settings: list


def seen_with(thing):
    """Return where readers see ``thing``, itself or through a snippet: a portrait, by its person.

    A fixed number of queries.
    """
    direct, pages = ReferenceIndex.get_references_to(thing), page_type()
    kinds = kinds_of(direct)
    through = Q(pk__in=direct.values("pk"))
    for kind in kinds:
        carriers = direct.filter(base_content_type=kind).values("object_id")
        through |= Q(to_content_type=kind, to_object_id__in=carriers)
    keys = ReferenceIndex.objects.filter(through, base_content_type=pages).order_by()
    keys = keys.values(page=Cast("object_id", BigIntegerField()))
    live = Page.objects.live().filter(pk__in=keys).select_related("locale").order_by("title", "pk")
    return Seen(live.count(), list(live[:NAMED]), names_of_settings(kinds))


def settings_with(thing):
    """Return the names of the settings in which ``thing`` is: the menu."""
    return names_of_settings(kinds_of(ReferenceIndex.get_references_to(thing)))


def kinds_of(references):
    """Return the types of what ``references`` come from, beside pages."""
    found = references.exclude(base_content_type=page_type()).order_by()
    kinds = found.values_list("base_content_type", flat=True).distinct()
    return [ContentType.objects.get_for_id(kind) for kind in kinds]


def names_of_settings(kinds):
    models = [kind.model_class() for kind in kinds]
    return [str(model._meta.verbose_name) for model in models if model in registry]


def page_type():
    return ContentType.objects.get_for_model(Page)
