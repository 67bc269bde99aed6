"""``{% seen_with thing doing="edit" %}``: where readers see a thing, before it changes."""

from django import template
from django.db.models import Model

from editing.impact.seen import NAMED, seen_with

register = template.Library()


@register.inclusion_tag("editing/seen_with.html", name="seen_with")
def show_seen_with(thing, doing):
    if not isinstance(thing, Model):
        return {}  # several at once
    seen = seen_with(thing)
    return {"seen": seen, "doing": doing, "more": max(0, seen.count - NAMED)}
