"""A format that cannot hold a picture leaves it to the others, and colours are those of screens."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from PIL.AvifImagePlugin import AvifImageFile  # noqa: F401 - so that its encoder is there

from editing.worker.wanted import WantedRendition
from home.images import SiteImage
from tests import factories
from tests.pictures.profiles import of_greys
from tests.steps.pictures import figure, make_all, photo, pictures, work
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db


def tall(height=17_000):
    """Return a picture that is higher than WebP can be, by 20 pixels."""
    return photo("Une frise", size=(20, height))


def test_a_format_that_cannot_hold_a_picture_leaves_the_others(site, caplog):
    made = tall().get_renditions("width-20|format-webp", "width-20|format-jpeg", "max-165x165")
    assert set(made) == {"width-20|format-jpeg", "max-165x165"}
    assert all(one.file for one in made.values())
    assert "cannot be made as width-20|format-webp" in caplog.text


def test_the_worker_makes_the_others_too_and_tries_this_one_a_day_later(site):
    image = tall()
    for spec in ("width-20|format-webp", "width-20|format-jpeg"):
        WantedRendition.objects.create(image=image, filter_spec=spec)
    make_all()
    [left] = WantedRendition.objects.all()
    assert left.failed
    assert "webp" in left.filter_spec
    assert image.renditions.filter(filter_spec="width-20|format-jpeg").exists()


def test_the_figure_stays_where_the_modern_format_fails(visiteur, monkeypatch):
    """AVIF ends at 65,536 pixels: here it fails at any size."""

    def fail(*args):
        raise RuntimeError("Failed to encode image: Invalid argument")

    monkeypatch.setattr("PIL._avif.AvifEncoder", fail)
    page = factories.interview(body=[factories.exchange(), figure(tall())])
    work()
    [html] = pictures(visiteur, page.url)
    assert "image/avif" not in html
    assert "/awaited." not in html
    assert ".jpg" in html


def test_a_page_whose_picture_cannot_be_made_is_kept_without_it(site, monkeypatch):
    def fail(*args):
        raise RuntimeError("Failed to encode image: Invalid argument")

    monkeypatch.setattr("PIL._avif.AvifEncoder", fail)
    page = factories.interview(hero_image=tall(20))
    server = Server()
    server.get(page.url)
    work()
    for _ in range(3):
        assert b"image/avif" not in server.get(page.url)["body"]
    assert server.asked == 2


def cmyk(profile=b""):
    content = io.BytesIO()
    picture = Image.new("CMYK", (60, 40), (255, 0, 0, 0))  # cyan
    picture.save(content, "JPEG", icc_profile=profile)
    return SiteImage.objects.create(title="Affiche", file=ImageFile(content, name="affiche.jpg"))


@pytest.mark.parametrize("kind", ["jpeg", "avif", "png", "webp"])
@pytest.mark.parametrize("profile", [b"", b"no profile"])
def test_colours_of_print_become_those_of_screens(site, kind, profile):
    rendition = cmyk(profile).get_rendition(f"width-30|format-{kind}")
    made = Image.open(rendition.file)
    assert made.mode == "RGB"
    assert "icc_profile" not in made.info
    red, green, blue = made.getpixel((15, 10))
    assert red < 60
    assert min(green, blue) > 150


@pytest.mark.parametrize(
    ("mode", "colour", "shown"),
    [
        ("L", 128, (188, 188, 188)),
        ("LA", (128, 200), (188, 188, 188, 200)),
        ("1", 1, (255, 255, 255)),  # black and white are so in every profile
        ("RGB", (9, 99, 199), (9, 99, 199)),  # the profile is not its own
    ],
)
def test_greys_are_as_light_as_their_profile_says(site, mode, colour, shown):
    content = io.BytesIO()
    picture = Image.new(mode, (60, 40), colour)
    picture.save(content, "PNG", icc_profile=of_greys())
    image = SiteImage.objects.create(title="Gris", file=ImageFile(content, name="gris.png"))
    made = Image.open(image.get_rendition("width-60|format-png").file)
    assert made.getpixel((15, 10)) == shown
    assert "icc_profile" not in made.info


def test_a_grey_that_stands_for_nothing_stays_transparent(site):
    content = io.BytesIO()
    picture = Image.new("L", (60, 40), 128)
    picture.save(content, "PNG", icc_profile=of_greys(), transparency=128)
    image = SiteImage.objects.create(title="Gris", file=ImageFile(content, name="gris.png"))
    made = Image.open(image.get_rendition("width-60|format-png").file)
    assert made.convert("RGBA").getpixel((15, 10))[3] == 0
