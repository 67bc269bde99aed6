"""Images that carry their credit."""

import logging
from copy import copy
from functools import lru_cache

from django.core.cache import cache
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL.Image import DecompressionBombError
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    SourceImageIOError,
)

from cyberworkers.answering.asked import reading
from cyberworkers.store.shared import lacks_something

logger = logging.getLogger(__name__)

# What Pillow and Willow raise for files that are gone, cut off or no image (RuntimeError: AVIF).
UNREADABLE = (OSError, RuntimeError, SyntaxError, ValueError, DecompressionBombError)
DAY = 24 * 60 * 60  # seconds


@lru_cache(maxsize=256)
def filter_of(spec):
    """Return Wagtail's Filter of ``spec``, the same each time: it reads its operations from the
    specification when it is first used, which is dear, and they know nothing of an image.
    """
    return Filter(spec)


class SiteImage(AbstractImage):
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Photographer or illustrator, and agency. Shown under the image."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_renditions(self, *filters):
        """Take the Filters that are known already in place of those that a tag makes anew."""
        specs = (one if isinstance(one, str) else one.spec for one in filters)
        found = super().get_renditions(*map(filter_of, specs))
        return {spec: self.of_this(rendition) for spec, rendition in found.items()}

    def of_this(self, rendition):
        """Return ``rendition`` as that of this very object, with its text for this place.

        Objects of the same image on a page share what was loaded for all of them together.
        """
        if rendition.image is self:
            return rendition
        own = copy(rendition)
        own.image = self
        return own

    def create_rendition(self, filter):
        try:
            return super().create_rendition(filter)
        except UNREADABLE as error:
            raise self.unreadable(error) from error

    def create_renditions(self, *filters):
        """Raises SourceImageIOError also for a broken file: stock tags answer only that one."""
        try:
            return super().create_renditions(*filters)
        except UNREADABLE as error:
            raise self.unreadable(error) from error

    def unreadable(self, error):
        """Return the error that the image tags know; log it once a day, not at each view.

        The file may be there the next time, of which the database knows nothing.
        """
        if request := reading():
            lacks_something(request)
        if cache.add(f"unreadable-image-{self.pk}-{self.file_hash}", True, DAY):
            logger.error("Image %s (%s) cannot be read: %s", self.pk, self.file.name, error)
        return SourceImageIOError(str(error))


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
