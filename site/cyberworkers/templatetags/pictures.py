"""Pictures, chosen with Wagtail's ``{% picture … as name %}``."""

from django import template
from django.core.files.storage import FileSystemStorage

from cyberworkers.remembered.texts import Memory

register = template.Library()

# Formats in which a picture may have nothing where the page shows through.
SEE_THROUGH = (".png", ".webp", ".gif", ".avif")

MARKUP = Memory(characters=2_000_000)


@register.filter
def sound(picture):
    """Return ``picture``, or None where there is no image or its file cannot be read.

    Wagtail puts a rendition without width in the place of those that it cannot make.
    """
    return picture if picture and picture.renditions[0].width else None


@register.simple_tag
def show(picture, **attrs):
    """Return ``picture`` as HTML, with ``attrs``, as ``{% picture %}`` without ``as`` does.

    The HTML is remembered by all that stands in it. Only for files that lie here: a bucket may
    sign its addresses for a time.
    """
    if picture.renditions[0].image.file.name.lower().endswith(SEE_THROUGH):
        attrs["class"] = "see-through"
    picture.attrs = attrs
    storage = picture.renditions[0].file.storage
    if not isinstance(storage, FileSystemStorage):
        return picture
    given = [(name, type(value).__name__, str(value)) for name, value in attrs.items()]
    files = [(one.filter_spec, one.file.name, one.width, one.height) for one in picture.renditions]
    about = repr((storage.base_url, picture.renditions[0].alt, given, files))
    return MARKUP.recall(about, picture.__html__)
