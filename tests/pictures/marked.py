"""Pictures that say who took them, where, when and with what, in every way their format knows."""

import io
from fractions import Fraction

from django.core.files.images import ImageFile
from PIL import ExifTags, Image, ImageCms, PngImagePlugin
from pillow_heif import HeifImagePlugin  # noqa: F401 - so that Pillow writes HEIF

from home.images import SiteImage

SECRET = b"Geheim"  # in every text
KINDS = {
    "JPEG": "jpg",
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
    "GIF": "gif",
    "HEIF": "heic",
}
# Of IPTC, the caption, in the block that Photoshop writes (APP13).
IPTC = b"\x1c\x02\x78\x00\x06" + SECRET + b"\0"
PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(IPTC[:-1]).to_bytes(4, "big") + IPTC
APP13 = b"\xff\xed" + (len(PHOTOSHOP) + 2).to_bytes(2, "big") + PHOTOSHOP


def exif(orientation):
    data = Image.Exif()
    data[ExifTags.Base.Make] = data[ExifTags.Base.DateTime] = SECRET.decode()
    data[ExifTags.Base.Orientation] = orientation
    gps = data.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (48.0, Fraction(8), Fraction(23))
    return data.tobytes()


def marked(kind="JPEG", size=(500, 320), orientation=1, picture=None):
    """Return a picture of ``kind`` as bytes, with all that its format can say of it."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    says = {"exif": exif(orientation), "icc_profile": profile}
    if kind == "PNG":
        says["pnginfo"] = texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", SECRET.decode())
        texts.add_itxt("XML:com.adobe.xmp", xmp.decode())
    elif kind == "GIF":
        says = {"comment": SECRET}
    else:
        says["xmp"] = xmp
    if kind == "JPEG":
        says |= {"comment": SECRET, "extra": APP13}
    content = io.BytesIO()
    picture = picture or Image.new("RGB", size, "teal")
    picture.save(content, kind, **says)
    assert SECRET in content.getvalue()
    return content.getvalue()


def marked_photo(kind="JPEG", **fields):
    file = ImageFile(io.BytesIO(marked(kind, **fields)), name=f"pylone.{KINDS[kind]}")
    return SiteImage.objects.create(title="Le pylône", description="Un pylône", file=file)


def told(content):
    """Return what the picture ``content`` says beside what it shows, and how colours are meant."""
    picture = Image.open(io.BytesIO(content))
    shown = {"icc_profile", "transparency", "jfif", "jfif_version", "jfif_unit", "jfif_density"}
    shown |= {"progressive", "progression", "loop", "background"}
    says = set(picture.info) - shown
    says |= {"exif"} if dict(picture.getexif()) else set()
    return says | ({"secret"} if SECRET in content else set())
