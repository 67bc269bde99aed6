"""At night nothing glares, and what is drawn in ink on nothing can be seen."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image

from home.images import SiteImage
from tests import factories
from tests.home.front_page import compose
from tests.steps.pictures import work

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# Relative luminance (WCAG 2.2) of a colour as the browser computes it.
LUMINANCE = """(element) => {
  const [red, green, blue] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(
    (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}"""


def logo():
    content = io.BytesIO()
    drawn = Image.new("RGBA", (400, 250))
    drawn.paste((0, 0, 0, 255), (100, 100, 300, 150))
    drawn.save(content, "PNG")
    content.seek(0)
    return SiteImage.objects.create(title="Logo", file=ImageFile(content, name="logo.png"))


def figure(image):
    chosen = {"image": image.pk, "alt_text": "Un logo", "decorative": False}
    return {"type": "figure", "value": {"image": chosen, "caption": ""}}


def test_a_black_logo_on_nothing_stands_on_paper_and_no_picture_is_at_its_brightest(open_browser):
    interview = factories.interview(body=[figure(logo())], hero_image=factories.image())
    work()
    page = open_browser(color_scheme="dark")
    page.goto(interview.url)
    assert page.locator(".figure img").evaluate(LUMINANCE) > 0.8
    for image in page.locator("main img").all():
        assert "brightness" in image.evaluate("e => getComputedStyle(e).filter")
    by_day = open_browser(color_scheme="light")
    by_day.goto(interview.url)
    assert by_day.locator(".figure img").evaluate("e => getComputedStyle(e).filter") == "none"


def test_no_band_is_brighter_than_the_text(open_browser):
    compose(("quote_offer", None))
    page = open_browser(color_scheme="dark")
    page.goto("/")
    for band in page.locator(".quote-offer, .colophon").all():
        assert band.evaluate(LUMINANCE) < 0.05


def test_a_picture_that_is_dimmed_covers_no_words_and_no_link(open_browser):
    interview = factories.interview("Le village a la fibre", hero_image=factories.image())
    compose(("lead", {"interview": interview.pk}))
    page = open_browser(color_scheme="dark", viewport={"width": 1440, "height": 900})
    hit = """(element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return document.elementFromPoint(x, y).closest("a, .lead__text")?.tagName ?? "nothing";
    }"""
    page.goto("/")
    assert page.locator(".lead .lead__text .date").evaluate(hit) != "nothing"
    assert page.locator(".lead img").evaluate(hit) != "nothing"
    page.goto("/entretiens/")
    assert page.locator(".entry img").evaluate(hit) == "A"
