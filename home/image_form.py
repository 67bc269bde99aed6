"""The form with which pictures come into the library."""

from contextlib import suppress

from django.contrib import messages
from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.models import SourceImageIOError

from cyberworkers.answering.asked import asking
from cyberworkers.outages.forms import StorableFile
from editing.worker.wanted import THUMBNAIL
from home.unusual import notes_on, readable, refusal_of


class PictureField(WagtailImageField):
    """Wagtail's, which answers 500 to a file that broke off, and takes what no page can show.

    What it returns has ``notes``: sentences that the editor should read.
    """

    def to_python(self, data):
        try:
            file = super().to_python(readable(data) if data else data)
            if file:
                file.notes = notes_on(file)
        except ValidationError as error:
            if error.code == "invalid_image" and (help := refusal_of(data.name)):
                raise ValidationError(help, code="invalid_image") from error
            raise
        except Exception as error:  # each format has its own: OSError, struct.error …
            message = refusal_of(data.name) or self.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from error
        return file


class SiteImageForm(StorableFile, BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
        if "title" in self.fields:  # of one that was just sent, together with others
            self.fields["title"].help_text = " ".join(getattr(self.instance, "notes", ()))

    def save(self, commit=True):
        """Make the thumbnail as well: the list is what the editor sees next, and the notes."""
        image = super().save(commit=commit)
        if "file" in self.changed_data:
            image.notes = self.cleaned_data["file"].notes
            if commit:
                say(image.notes)
                with suppress(SourceImageIOError):
                    image.get_rendition(THUMBNAIL)
        return image


def say(notes):
    """Show ``notes`` on the page that comes next."""
    if request := asking():
        for note in notes:
            messages.warning(request, note, fail_silently=True)
