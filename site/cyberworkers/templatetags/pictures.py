"""Pictures, chosen with Wagtail's ``{% picture … as name %}``."""

from django import template

register = template.Library()


@register.filter
def sound(picture):
    """Return ``picture``, or None where there is no image or its file cannot be read.

    Wagtail puts a rendition without width in the place of those that it cannot make.
    """
    return picture if picture and picture.renditions[0].width else None


@register.simple_tag
def show(picture, **attrs):
    """Return ``picture`` as HTML, with ``attrs``, as ``{% picture %}`` without ``as`` does."""
    picture.attrs = attrs
    return picture
