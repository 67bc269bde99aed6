"""Set lines of text in the site's own fonts."""

import contextlib
import re
import unicodedata
from functools import lru_cache

from django.contrib.staticfiles import finders
from PIL import ImageFont

from cyberworkers.typography import typeset

# The files of each family, in the order in which they are asked for a letter.
FILES = {
    family: [f"fonts/{file}{part}.woff2" for part in ("", "-west", "-ext")]
    for family, file in (("display", "bricolage-grotesque"), ("serif", "newsreader"))
}
SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
FOREIGN_DASHES = {"\N{NON-BREAKING HYPHEN}": "-", "\N{HYPHEN}": "-"}


def set_text(text, language):
    """Return ``text`` as it is drawn in ``language``: its typography, in letters of the fonts."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(FOREIGN_DASHES.get(letter, letter) for letter in text)
    text = " ".join(re.split(r"[\s\u2000-\u200a]+(?<![\xa0\u202f])", text)).strip(SPACES)
    return typeset(text, language)


class Lettering:
    """A family at a size and weight. ``tracking`` is the space added to each letter, in em."""

    def __init__(self, family, size, weight, tracking=0.0):
        self.size = size
        self.tracking = tracking * size
        self.fonts = [load(file, size, weight) for file in FILES[family]]

    def font_of(self, letter):
        return next((font for font in self.fonts if has(font, letter)), None)

    def placed(self, text):
        """Return each letter with its font and its distance from the start, and the width of all.

        A letter that the fonts do not have (an emoji, another script) is left out.
        """
        letters = [(letter, self.font_of(letter)) for letter in text]
        letters = [(letter, font) for letter, font in letters if font]
        x, placed = 0.0, []
        for (letter, font), (following, next_font) in zip(
            letters, [*letters[1:], ("", None)], strict=False
        ):
            placed.append((letter, font, x))
            if font is next_font:  # with the kerning of the pair
                x += font.getlength(letter + following) - font.getlength(following)
            else:
                x += font.getlength(letter)
            x += self.tracking
        return placed, max(0.0, x - self.tracking)

    def width(self, text):
        return self.placed(text)[1]

    def known(self, text):
        """Return ``text`` with what the fonts have: else letters without their accents, or none."""
        letters = []
        for letter in text:
            plain = unicodedata.normalize("NFD", letter)[0]
            letters += [one for one in (letter, plain) if self.font_of(one)][:1]
        return re.sub(" +", " ", "".join(letters)).strip(SPACES)

    def write(self, pen, position, text, colour):
        """Write ``text`` with the baseline at ``position``; return where it ends."""
        left, baseline = position
        placed, width = self.placed(text)
        for letter, font, x in placed:
            pen.text((left + x, baseline), letter, colour, font=font, anchor="ls")
        return left + width


@lru_cache(maxsize=64)
def load(file, size, weight):
    font = ImageFont.truetype(finders.find(file), size)
    with contextlib.suppress(OSError):  # the serif has one weight
        font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=4096)
def has(font, letter):
    """Return whether ``font`` has ``letter``: a missing one is drawn as the empty box."""
    if unicodedata.category(letter)[0] == "C":
        return False
    return letter in SPACES or bytes(font.getmask(letter)) != bytes(font.getmask("\U0010ffff"))
