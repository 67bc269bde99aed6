"""Images that carry their credit, and for which no reader waits."""

import hashlib
import logging
from contextlib import suppress
from copy import copy

from django.core.cache import cache
from django.db import models
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from PIL.Image import DecompressionBombError
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    SourceImageIOError,
    get_upload_to,
)

from cyberworkers.answering.asked import reading
from cyberworkers.store.shared import lacks_something
from editing.worker.wanted import SLOW, THUMBNAIL, want
from home.cutting import decoded, filter_of
from home.upright import UprightField

logger = logging.getLogger(__name__)

# What Pillow and Willow raise for files that are gone, cut off or no image (RuntimeError: AVIF).
UNREADABLE = (OSError, RuntimeError, SyntaxError, ValueError, DecompressionBombError)
DAY = 24 * 60 * 60  # seconds


def is_made_later(spec):
    """Return whether who asks now goes on without a rendition that is not there yet.

    Readers do. Editors get what is made quickly in a preview and where the CMS shows one image;
    its lists show thumbnails, which are made beforehand.
    """
    request = reading()
    if request is None:
        return False
    if getattr(request, "is_preview", False):
        at_work = request.user.is_authenticated
    else:
        at_work = request.path_info.startswith(reverse("wagtailadmin_home"))
    return not at_work or spec == THUMBNAIL or SLOW in spec


class SiteImage(AbstractImage):
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Photographer or illustrator, and agency. Shown under the image."),
    )

    file = UprightField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    decoded = None  # see `home.cutting`

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_rendition(self, filter):
        [rendition] = self.get_renditions(filter).values()
        return rendition

    def get_renditions(self, *filters):
        """Return renditions by their specifications: to a reader those that exist already.

        Where none does, one without a file holds the place of all. Filters that are known already
        take the place of those that a tag makes anew.
        """
        specs = (one if isinstance(one, str) else one.spec for one in filters)
        found = super().get_renditions(*map(filter_of, specs))
        made = {spec: one for spec, one in found.items() if one.file}
        shown = made or dict(list(found.items())[:1])
        return {spec: self.of_this(rendition) for spec, rendition in shown.items()}

    def of_this(self, rendition):
        """Return ``rendition`` as that of this very object, with its text for this place.

        Objects of the same image on a page share what was loaded for all of them together.
        """
        if rendition.image is self:
            return rendition
        own = copy(rendition)
        own.image = self
        return own

    def create_renditions(self, *filters):
        """Make what a reader does not wait for; for a reader return what holds its place.

        Raises SourceImageIOError also for a broken file: stock tags answer only that one.
        """
        later = [one for one in filters if is_made_later(one.spec)]
        places = self.hold_places(later) if later else {}
        now = [one for one in filters if one not in places]
        if not now:
            return places
        try:
            with decoded(self):
                return self.made(now) | places
        except UNREADABLE as error:
            raise self.unreadable(error) from error

    def made(self, filters):
        """Return renditions that are made now; one without a file for each that cannot be encoded.

        A format has limits of its own, which must not take the other formats with it.
        """
        with suppress(*UNREADABLE):
            return super().create_renditions(*filters)
        made = {}
        for one in filters:
            try:
                made |= super().create_renditions(one)
            except UNREADABLE as error:
                self.log_once(f"Image %s (%s) cannot be made as {one.spec}: %s", error)
                made[one] = self.place(one, is_gone=True)
        return made

    def make_anew(self, *specs):
        """Make the renditions of ``specs`` once more, and remove those of an older focal point.

        Readers see the one before until there is another, which has another address. Raises
        SourceImageIOError where the original cannot be read.
        """
        try:
            with decoded(self):
                self.correct_size()
                for rendition in self.renditions.filter(filter_spec__in=specs):
                    rendition.make_anew(self)
        except UNREADABLE as error:
            raise self.unreadable(error) from error

    def correct_size(self):
        """Store the size of what is decoded, where an older one is that of a lying photo."""
        size = self.decoded.get_size()
        if size != (self.width, self.height):
            self.width, self.height = size
            SiteImage.objects.filter(pk=self.pk).update(width=self.width, height=self.height)

    def hold_places(self, filters):
        """Ask the worker for what is missing; return a rendition without a file for each.

        It is as large as what comes, so nothing moves, and has no size where it could not be
        made: then a page is shown without the picture. Should that be made one day, its row tells.
        """
        specs = [one.spec for one in filters]
        failed = want(self, specs)
        if not failed.issuperset(specs):
            lacks_something(reading())
        return {one: self.place(one, one.spec in failed) for one in filters}

    def place(self, filter, is_gone):
        width, height = (0, 0) if is_gone else map(int, filter.get_transform(self).size)
        rendition = self.get_rendition_model()(
            image=self,
            filter_spec=filter.spec,
            focal_point_key=filter.get_cache_key(self),
            width=width,
            height=height,
        )
        rendition._from_cache = True  # so Wagtail puts it into no cache
        return rendition

    def unreadable(self, error):
        """Return the error that the image tags know; log it once a day, not at each view.

        The file may be there the next time, of which the database knows nothing.
        """
        if request := reading():
            lacks_something(request)
        self.log_once("Image %s (%s) cannot be read: %s", error)
        return SourceImageIOError(str(error))

    def log_once(self, message, error):
        key = hashlib.sha256(message.encode()).hexdigest()
        if cache.add(f"unreadable-image-{self.pk}-{self.file_hash}-{key}", True, DAY):
            logger.error(message, self.pk, self.file.name, error)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]

    @property
    def url(self):
        return self.file.url if self.file else static("img/awaited.svg")

    def make_anew(self, image):
        """Cut ``image``, which is decoded, once more; the file before goes in any case."""
        filter, old = filter_of(self.filter_spec), self.file.name
        if self.focal_point_key != filter.get_cache_key(image):
            self.delete()
            return
        try:
            self.file = image.generate_rendition_file(filter)
        except UNREADABLE:
            self.delete()
            return
        self.save()
        self.purge_from_cache()
        self.file.storage.delete(old)
