"""What a public picture keeps of its original: what is to be seen, and nothing that tells of it.

Pillow and Willow hand on where, when and with what a picture was taken (Exif), and comments.
"""

import io
from contextlib import suppress

from PIL import ImageCms, ImageOps

# Without these a picture would look different.
KEPT = ("icc_profile", "transparency")
SRGB = ImageCms.createProfile("sRGB")
# The colours of a profile, as ICC.1 calls them, and the modes of Pillow that hold such.
MODES = {"RGB": ("RGB", "RGBA", "P"), "CMYK": ("CMYK",), "GRAY": ("L", "LA")}
# Pillow: a profile that is broken or does not fit.
NO_PROFILE = (ImageCms.PyCMSError, OSError, TypeError, ValueError)


def bare(picture):
    """Return the Pillow image ``picture`` upright, in colours that browsers show, without the rest.

    A profile of RGB stays: screens show more than sRGB. What has other colours becomes sRGB.
    """
    upright = in_colours_of_screens(ImageOps.exif_transpose(picture))
    upright.info = {name: upright.info[name] for name in KEPT if name in upright.info}
    return upright


def in_colours_of_screens(picture):
    """Return ``picture`` with a profile of RGB or none, and in such colours.

    Without a profile, or with one that does not fit, Pillow's own conversion is near enough.
    """
    with suppress(KeyError, *NO_PROFILE):
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
        colours = profile.profile.xcolor_space.strip()
        if picture.mode in MODES.get(colours, ()):
            if colours == "RGB":
                return picture
            picture = in_srgb(picture, profile)
    picture.info.pop("icc_profile", None)
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def for_every_screen(picture):
    """Return ``picture``, which is bare, in sRGB and without a profile."""
    if "icc_profile" in picture.info:
        with suppress(*NO_PROFILE):
            profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
            picture = ImageCms.profileToProfile(picture.convert("RGB"), profile, SRGB)
    return picture.convert("RGB")


def in_srgb(picture, profile):
    """Return ``picture``, of CMYK or greys, as its ``profile`` says; as transparent as it was."""
    is_clear = "transparency" in picture.info or picture.mode == "LA"
    clear = picture.convert("LA").getchannel("A") if is_clear else None
    opaque = picture.convert("L") if is_clear else picture
    shown = ImageCms.profileToProfile(opaque, profile, SRGB, outputMode="RGB")
    if is_clear:
        shown.putalpha(clear)
        shown.info.pop("transparency", None)
    return shown
