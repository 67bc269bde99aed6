"""How images are cut to size: decoded once for all sizes, and as AVIF at a speed that suits."""

from contextlib import contextmanager
from functools import lru_cache

from wagtail.images.image_operations import FormatOperation
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

from editing.worker.bare import bare

# Of libavif, from 0 to 10; Pillow's own is 6. docs/decisions/2026-11-pictures.md has the figures.
SPEED = 8


class SiteFilter(Filter):
    """Cuts what `decoded` holds of an image; decoding takes longer than most sizes do."""

    @contextmanager
    def get_willow_image(self, image, source=None):
        if image.decoded is None:
            with super().get_willow_image(image, source) as file:
                yield shown_by(file)
        else:
            yield image.decoded


@lru_cache(maxsize=256)
def filter_of(spec):
    """Return the SiteFilter of ``spec``, the same each time: it reads its operations from the
    specification when it is first used, which is dear, and they know nothing of an image.
    """
    return SiteFilter(spec)


def shown_by(file):
    """Return what ``file``, an image file of Willow, shows, with the name of its format."""
    picture = PillowImage(bare(file.get_pillow_image()))
    picture.format_name = file.format_name
    return picture


@contextmanager
def decoded(image):
    """Hold what ``image`` shows in memory meanwhile, with the name of its format."""
    with image.get_willow_image() as file:
        image.decoded = shown_by(file)
    try:
        yield
    finally:
        image.decoded = None


class QuickFormat(FormatOperation):
    """Wagtail's ``format-…``, which has no setting for the speed of AVIF."""

    def run(self, willow, image, env):
        super().run(willow, image, env)
        if self.format == "avif":
            willow.get_pillow_image().encoderinfo = {"speed": SPEED}
