"""Choosers of what many texts name: looked up once for all of them, until content changes.

What was chosen and then deleted is an empty choice, also where a translator chose it. There
wagtail-localize would fail, if fields and blocks had no `restore_translated_segments`.
"""

from copy import copy

from django.db import models
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cyberworkers.answering.asked import known_each


class MayVanish:
    """For a chooser block of what is the same in every language."""

    def restore_translated_segments(self, value, segments):
        """Return what the translator chose instead of ``value``, or None where that is gone."""
        return self.bulk_to_python([segments[0].data])[0]


class Image(MayVanish, ImageChooserBlock):
    def deconstruct(self):
        return "wagtail.images.blocks.ImageChooserBlock", *super().deconstruct()[1:]


class OptionalKey(models.ForeignKey):
    """A choice of a page or snippet, which is empty where what was chosen is gone."""

    def restore_translated_segments(self, value, segments):
        """Return what the translator chose instead of the row ``value``, or None."""
        return self.related_model.objects.filter(pk=segments[0].data).first()

    def deconstruct(self):
        name, _path, *arguments = super().deconstruct()
        return name, "django.db.models.ForeignKey", *arguments


class Known:
    """For a chooser block. Whoever reads gets a copy: what is kept belongs to all."""

    def bulk_to_python(self, values):
        found = known_each(self.find, {value for value in values if value is not None})
        return [copy(found.get(value)) for value in values]

    def find(self, keys):
        return self.model_class.objects.in_bulk(keys)


class KnownSnippet(Known, SnippetChooserBlock):
    def deconstruct(self):
        return "wagtail.snippets.blocks.SnippetChooserBlock", *super().deconstruct()[1:]


class KnownDocument(MayVanish, Known, DocumentChooserBlock):
    def find(self, keys):
        found = super().find(keys)
        for document in found.values():
            document.get_file_size()  # stored, where it was not yet
        return found

    def deconstruct(self):
        return "wagtail.documents.blocks.DocumentChooserBlock", *super().deconstruct()[1:]
