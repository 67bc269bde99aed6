"""The form with which pictures come into the library."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.models import SourceImageIOError

from editing.worker.wanted import THUMBNAIL


class PictureField(WagtailImageField):
    """Wagtail's, which answers 500 to a file that broke off, and takes what no page can show."""

    def to_python(self, data):
        try:
            file = super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:  # each format has its own: OSError, struct.error …
            message = self.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from error
        if file and Image.open(file.image.f).mode.startswith("I"):
            raise ValidationError(
                _("A grey of 16 bits cannot be shown on the web: save the image with 8 bits.")
            )
        return file


class SiteImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=stock.label, required=stock.required, widget=stock.widget
            )

    def save(self, commit=True):
        """Make the thumbnail as well: the list is what the editor sees next."""
        image = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            with suppress(SourceImageIOError):
                image.get_rendition(THUMBNAIL)
        return image
