"""Choosers of what many texts name: looked up once for all of them, until content changes."""

from copy import copy

from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cyberworkers.answering.asked import known_each


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


class KnownDocument(Known, DocumentChooserBlock):
    def find(self, keys):
        found = super().find(keys)
        for document in found.values():
            document.get_file_size()  # stored, where it was not yet
        return found

    def deconstruct(self):
        return "wagtail.documents.blocks.DocumentChooserBlock", *super().deconstruct()[1:]
