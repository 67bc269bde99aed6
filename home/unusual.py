"""Pictures that Wagtail does not take as they are sent, and what editors are told of others."""

import io
from pathlib import Path

import willow
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from PIL import Image
from willow.image import UnrecognisedImageFormatError

LONGEST_OF_ALL = 65_500  # pixels in one direction: libjpeg's JPEG_MAX_DIMENSION
LONG = 16_383  # of WebP; and more than a reader scrolls through for one picture
PHOTOS = (".heic", ".heif")
# What Pillow reads and Willow does not know by its first bytes: animations (APNG, AVIF), and
# photos of 10 bits (HEIF). Each with what becomes of it: a format, the end of the name.
BECOMES = {"PNG": ("PNG", ".png"), "AVIF": ("PNG", ".png"), "HEIF": ("JPEG", ".jpg")}


def readable(upload):
    """Return ``upload`` as Wagtail can read it: the first picture of what it does not know.

    With a ``stilled`` where it moved. Raises what Pillow raises for what is no whole picture, and
    ValidationError for too many pixels.
    """
    name = Path(upload.name)
    try:
        willow.Image.open(upload)
    except UnrecognisedImageFormatError:
        return first_picture(upload, name)
    finally:
        upload.seek(0)
    if name.suffix.lower() == ".heif":
        upload.name = str(name.with_suffix(".heic"))  # the same format: Wagtail knows one name
    return upload


def first_picture(upload, name):
    with Image.open(upload, formats=list(BECOMES)) as picture:
        if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise ValidationError(_("This image has too many pixels."))
        kind, suffix = BECOMES[picture.format]
        about = {about: picture.info.get(about) for about in ("exif", "icc_profile")}
        content = io.BytesIO()
        picture.save(content, kind, quality=95, **{name: one for name, one in about.items() if one})
        moves = getattr(picture, "is_animated", False)
    still = SimpleUploadedFile(str(name.with_suffix(suffix)), content.getvalue(), Image.MIME[kind])
    still.stilled = moves
    return still


def refusal_of(name):
    """Return what helps with a file called ``name`` that cannot be read, or None."""
    if Path(name).suffix.lower() in PHOTOS:
        return _(
            "This photo (HEIC) cannot be read. Export it as JPEG; on an iPhone, “Settings”, "
            "“Camera”, “Formats”, “Most Compatible” makes JPEG from the start."
        )
    return None


def notes_on(upload):
    """Return what the editor should know of ``upload``, which Wagtail has read, as sentences.

    Raises ValidationError where no page can show it.
    """
    picture = Image.open(upload.image.f)
    notes = []
    if getattr(upload, "stilled", False) or getattr(picture, "is_animated", False):
        notes.append(
            _("This image moves: pages show only its first picture. A film belongs in a video.")
        )
    if picture.mode.startswith("I"):
        raise ValidationError(
            _("A grey of 16 bits cannot be shown on the web: save the image with 8 bits.")
        )
    length = max(picture.size)
    if length > LONG:
        text = _(
            "This image is %(pixels)s pixels long: not every format can hold it, and readers scroll"
            " for a long time. Cut it into several images."
        ) % {"pixels": number_format(length, force_grouping=True)}
        if length > LONGEST_OF_ALL:
            raise ValidationError(text)
        notes.append(text)
    return notes
