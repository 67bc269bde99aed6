"""The size of a picture as it is shown: a camera that was held upright stores it lying."""

from PIL import ExifTags, Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

LYING = 5  # Exif: from here on width and height change places


class UprightFile(WagtailImageFieldFile):
    """Says the size of its renditions, which stand upright: their places are held by it."""

    def get_image_dimensions(self):
        width, height = super().get_image_dimensions()
        return (height, width) if self.orientation() >= LYING else (width, height)

    def orientation(self):
        was_closed = self.closed
        self.open()
        try:
            return Image.open(self).getexif().get(ExifTags.Base.Orientation, 1)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class UprightField(WagtailImageField):
    attr_class = UprightFile
