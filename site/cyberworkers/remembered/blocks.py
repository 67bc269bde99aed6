"""Blocks whose HTML is kept as long as what they show stays the same."""

import json

from django.utils.translation import get_language
from wagtail import blocks

from cyberworkers.remembered.texts import Memory

HTML = Memory(characters=2_000_000)


class KeptBlock(blocks.StructBlock):
    """A block that shows nothing but its own words: no image, page or document.

    Its template may use ``value``, ``id`` and translated strings, and nothing else of the page
    around it. Links in its texts are stored as such here; ``{% expand %}`` looks them up later,
    each time.
    """

    def seen(self, value):
        """Return all that the template shows of ``value``, as JSON can write it."""
        return self.get_prep_value(value)

    def render(self, value, context=None):
        about = [get_language(), self.meta.template, (context or {}).get("id"), self.seen(value)]
        return HTML.recall(json.dumps(about, default=str), lambda: self.rendered(value, context))

    def rendered(self, value, context):
        return super().render(value, context)
