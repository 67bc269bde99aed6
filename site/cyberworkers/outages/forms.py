"""Forms with which files come into the CMS: where none can be stored, the field says so."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from cyberworkers.outages.files import has_room, is_writable


class StorableFile:
    """Mixed into a form of a model with a ``file``."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        storage = self._meta.model._meta.get_field("file").storage
        if isinstance(file, UploadedFile):
            if not is_writable(storage):
                raise ValidationError(
                    _(
                        "Files cannot be stored at the moment. Nothing is wrong with yours: tell "
                        "an administrator, and add it again later."
                    )
                )
            if not has_room(storage, file.size):
                raise ValidationError(
                    _("The disk is full: this file finds no room. Tell an administrator.")
                )
        return file


class DocumentForm(StorableFile, BaseDocumentForm):
    pass
