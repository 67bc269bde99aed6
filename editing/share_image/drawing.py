"""Draw the share image of a page: its words, its picture, the name of the site."""

import io
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageOps

from editing.share_image.lettering import Lettering, set_text
from editing.share_image.wrapping import fit, shorten
from editing.worker.bare import bare, for_every_screen

# What Facebook, LinkedIn and X recommend, in pixels: 1.91 to 1.
SIZE = WIDTH, HEIGHT = 1200, 630
SCALE = 2  # drawn larger, so that the letters are smooth
MARGIN = 64
COLUMN = 684  # of the picture: from here to the right edge
# Of the title, in pixels; the huge ones where there is no picture.
HUGE = (168, 152, 138, 124)
LARGE = (112, 104, 96, 88, 80, 74, 68, 62, 56, 50, 44, 38)


class Words(NamedTuple):
    """What the share image of a page says.

    ``people`` are who speaks, ``role`` what a single one does; ``text`` follows the title.
    ``picture`` is an image of the library or None.
    """

    title: str
    language: str
    people: tuple[str, ...] = ()
    role: str = ""
    text: str = ""
    picture: object = None

    @property
    def description(self):
        """What the image says, for those who do not see it."""
        names = ", ".join(self.people)
        return f"{self.title} – {names}" if names else self.title


@cache
def colours():
    """Return the colours of the light theme by the names that css/tokens.css gives them."""
    css = Path(finders.find("css/tokens.css")).read_text(encoding="utf-8")
    found = dict(re.findall(r"--([\w-]+):\s*(?:light-dark\()?(#[0-9a-f]{6})", css))
    return found | {"ground": found["paper"], "text": found["ink"]}


def draw(words):
    """Return the JPEG file of ``words`` as bytes, or None when the fonts have none of its title."""
    words = set_in_type(words)
    if not words.title:
        return None
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), colours()["ground"])
    picture = open_picture(words.picture)
    right = WIDTH - MARGIN
    if picture:
        column = ((WIDTH - COLUMN) * SCALE, HEIGHT * SCALE)
        image.paste(
            ImageOps.fit(picture, column, centering=centre(words.picture)), (COLUMN * SCALE, 0)
        )
        right = COLUMN - MARGIN * 3 // 4
    pen = ImageDraw.Draw(image)
    top = write_people(pen, words, MARGIN, right)
    write_title(pen, words, top, right, LARGE if picture else HUGE + LARGE)
    write_name(pen, words, COLUMN if picture else WIDTH)
    file = io.BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).save(file, "JPEG", quality=88, optimize=True)
    return file.getvalue()


def set_in_type(words):
    """Return ``words`` as they are printed, without what the fonts do not have."""

    def printed(text, family="display"):
        return Lettering(family, 12, 400).known(set_text(text, words.language))

    # A name is not broken at its spaces.
    people = (printed(name).replace(" ", "\N{NO-BREAK SPACE}") for name in words.people)
    return words._replace(
        title=printed(words.title),
        people=tuple(filter(None, people)),
        role=printed(words.role),
        text=printed(words.text, "serif"),
    )


def open_picture(image):
    """Return the original as a Pillow image, or None when it cannot be read."""
    if image is None:
        return None
    try:
        with image.file.storage.open(image.file.name) as file:
            picture = Image.open(file)
            picture.draft("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
            return for_every_screen(bare(picture))
    except (OSError, RuntimeError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None  # the words alone are a share image too


def centre(image):
    """Return what must stay in sight, as fractions of width and height."""
    if not image.has_focal_point():
        return (0.5, 0.5)
    return (
        min(1, image.focal_point_x / image.width),
        min(1, image.focal_point_y / image.height),
    )


def write_people(pen, words, top, right):
    """Write who speaks; return where it ends, in pixels from the top."""
    if not words.people:
        return top
    width = (right - MARGIN) * SCALE
    names = " · ".join(words.people).upper()
    style = {"tracking": 0.055, "leading": 1.3, "most": 2}
    lettering, lines = fit(
        names, "display", 650, (28 * SCALE, 25 * SCALE), (width, 999 * SCALE), **style
    )
    baseline = top * SCALE + lettering.size * 0.8
    for line in lines:
        lettering.write(pen, (MARGIN * SCALE, baseline), line, colours()["signal"])
        baseline += lettering.size * 1.3
    if words.role:
        small = Lettering("display", 25 * SCALE, 400)
        role = shorten(words.role, small, width)
        small.write(pen, (MARGIN * SCALE, baseline), role, colours()["quiet"])
        baseline += small.size * 1.3
    return baseline / SCALE


def write_title(pen, words, top, right, sizes):
    """Write the title as large as it fits, then the text where there is room for it."""
    bottom = HEIGHT - 128
    box = ((right - MARGIN) * SCALE, (bottom - top) * SCALE)
    sizes = [size * SCALE for size in sizes]
    style = {"tracking": -0.02, "leading": 1.02}
    lettering, lines = fit(words.title, "display", 800, sizes, box, **style)
    baseline = top * SCALE + lettering.size * 0.86
    for line in lines:
        # Optical margin: large letters stand a little further to the left.
        left = MARGIN * SCALE - lettering.size * 0.04
        lettering.write(pen, (left, baseline), line, colours()["text"])
        baseline += lettering.size * 1.02
    under = baseline - lettering.size * 0.6  # the last line's descenders
    room = bottom * SCALE - under
    if not words.text or room < 60 * SCALE:
        return
    sizes = (40 * SCALE, 36 * SCALE, 32 * SCALE)
    lettering, lines = fit(words.text, "serif", 400, sizes, (box[0], room), leading=1.3)
    baseline = under + lettering.size
    for line in lines:
        lettering.write(pen, (MARGIN * SCALE, baseline), line, colours()["text"])
        baseline += lettering.size * 1.3


def write_name(pen, words, edge):
    """Write the site's name; the thread leaves it and runs to ``edge``, as on the front page."""
    baseline = (HEIGHT - MARGIN) * SCALE
    start = MARGIN * SCALE
    if words.title != settings.WAGTAIL_SITE_NAME:  # the front page has it as its title
        lettering = Lettering("display", 40 * SCALE, 800, -0.04)
        end = lettering.write(pen, (start, baseline), settings.WAGTAIL_SITE_NAME, colours()["text"])
        start = end + 18 * SCALE
    line = baseline - 11 * SCALE
    pen.rectangle((start, line - 2 * SCALE, edge * SCALE, line + 2 * SCALE), colours()["thread"])
