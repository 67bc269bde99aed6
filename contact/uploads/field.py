"""The field with which visitors add files to their request."""

import logging
from typing import NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from contact.requests.attachments import Attachment
from contact.uploads.kinds import KINDS
from contact.uploads.names import clean_name

logger = logging.getLogger(__name__)

REFUSED = {
    "number": ngettext_lazy(
        "“%(name)s” was not taken: at most %(files)d file can be sent.",
        "“%(name)s” was not taken: at most %(files)d files can be sent.",
        "files",
    ),
    "extension": gettext_lazy(
        "“%(name)s” was not taken: send PDF, Word, Excel, PowerPoint, OpenDocument, "
        "JPEG, PNG, GIF, WebP, text or CSV files."
    ),
    "size": gettext_lazy("“%(name)s” was not taken: it is larger than %(most)d MB."),
    "empty": gettext_lazy("“%(name)s” was not taken: the file is empty."),
    "content": gettext_lazy(
        "“%(name)s” was not taken: its content is not that of a .%(extension)s file."
    ),
}


class Sent(NamedTuple):
    """What a post says of a field: new files, and keys of those of an earlier post."""

    files: list
    kept: set
    removed: set


class FilesInput(forms.FileInput):
    """An input for several files, below a list of those that an earlier post brought.

    Its other names have hyphens, which the names of the editors' own fields never have.
    """

    allow_multiple_selected = True
    template_name = "contact/widgets/files.html"
    kept = ()

    def __init__(self):
        super().__init__({"accept": ",".join(f".{extension}" for extension in KINDS)})

    def value_from_datadict(self, data, files, name):
        def keys(suffix):
            values = data.getlist(name + suffix) if hasattr(data, "getlist") else []
            return {int(v) for v in values if v.isascii() and v.isdecimal() and len(v) < 19}

        sent = super().value_from_datadict(data, files, name) or []
        return Sent(sent, keys("-kept"), keys("-remove"))

    def value_omitted_from_data(self, data, files, name):
        return name not in files and f"{name}-kept" not in data

    def use_required_attribute(self, initial):
        return super().use_required_attribute(initial) and not self.kept

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["kept"] = self.kept
        return context


class AttachmentsField(forms.Field):
    """Checks the files of a post. Its value is the list of their names.

    ``token`` is the id of the form's one-time token, set before it is validated; then ``kept`` has
    the Attachments of earlier posts, ``accepted`` new ones, not stored. Each file has its error.
    """

    widget = FilesInput
    token = None

    def clean(self, sent):
        self.accepted, errors = [], []
        earlier = sent.kept - sent.removed
        found = Attachment.objects.filter(token=self.token, pk__in=earlier) if earlier else []
        self.kept = self.widget.kept = list(found)
        if len(self.kept) < len(earlier):
            errors.append(_("Files that you added before are no longer here. Add them again."))
        for file in sent.files:
            try:
                self.accepted.append(self.checked(file))
            except ValidationError as error:
                errors += error.messages
        if errors:
            raise ValidationError(errors)
        if self.required and not self.names:
            raise ValidationError(self.error_messages["required"], code="required")
        return self.names

    @property
    def names(self):
        return [attachment.name for attachment in [*self.kept, *self.accepted]]

    def checked(self, file):
        """Return an Attachment for an uploaded file, or raise ValidationError."""
        name, extension = clean_name(file.name)
        if why := next((why for why, holds in self.objections(file, extension) if holds), None):
            logger.warning("A file was refused (%s).", why)
            limits = {"files": settings.QUOTE_MAX_FILES, "most": settings.QUOTE_MAX_FILE_MB}
            raise ValidationError(REFUSED[why] % {"name": name, "extension": extension, **limits})
        return Attachment(
            token=self.token,
            file=file,
            name=name,
            content_type=KINDS[extension].content_type,
            size=file.size,
        )

    def objections(self, file, extension):
        """Yield each reason to refuse a file, and whether it holds; the cheapest first."""
        yield "number", len(self.names) >= settings.QUOTE_MAX_FILES
        yield "extension", extension not in KINDS
        yield "size", file.size > settings.QUOTE_MAX_FILE_MB * 1024 * 1024
        yield "empty", not file.size
        yield "content", not KINDS[extension].is_genuine(file)
