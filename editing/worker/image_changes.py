"""Where an image changes or loses a rendition, the worker looks again at the pages that use it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from editing.worker.prerendering import prerender_again
from editing.worker.wanted import THUMBNAIL, WantedRendition, want


def connect():
    """Follow the site's images; called once all models are known."""
    post_save.connect(on_image_saved, sender=get_image_model())
    post_delete.connect(on_rendition_deleted, sender=get_image_model().get_rendition_model())


def on_image_saved(instance, created, **kwargs):
    """Another file may be sound; every image has a thumbnail before the CMS lists it."""
    if created:
        want(instance, [THUMBNAIL])
    else:
        WantedRendition.objects.filter(image=instance, failed=True).delete()
        prerender_again(pages_that_use(instance))


def on_rendition_deleted(instance, **kwargs):
    prerender_again(pages_that_use(instance.image))


def pages_that_use(image):
    """Return the keys of the pages that show ``image``, or a snippet that has it (a portrait).

    The index of references does not know the drafts of live pages: all of these are among them.
    """
    direct = ReferenceIndex.get_references_to(image)
    pages = set(Page.objects.filter(has_unpublished_changes=True).values_list("pk", flat=True))
    pages |= of_pages(direct)
    users = direct.exclude(base_content_type=page_type())
    for content_type, key in users.values_list("base_content_type", "object_id"):
        pages |= of_pages(
            ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id=key)
        )
    return pages


def of_pages(references):
    """Return the keys of the pages from which ``references`` come."""
    found = references.filter(base_content_type=page_type())
    return {int(key) for key in found.values_list("object_id", flat=True)}


def page_type():
    return ContentType.objects.get_for_model(Page)
