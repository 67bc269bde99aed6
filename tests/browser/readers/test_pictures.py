"""What a browser fetches of a page's pictures."""

import pytest

from tests import factories
from tests.steps.pictures import LARGE, photo, work

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

SCREENS = [  # width, density, and the candidates that suffice for the interview and the lead
    (360, 2, "width-720", "fill-720x480"),
    (768, 1, "width-960", "fill-960x640"),
    (1440, 1, "width-1440", "fill-960x640"),
]


@pytest.mark.parametrize(("width", "density", "main", "lead"), SCREENS)
def test_the_main_image_is_fetched_once_and_no_larger_than_needed(
    open_browser, width, density, main, lead
):
    interview = factories.interview(hero_image=photo(size=LARGE))
    work()
    page = open_browser(viewport={"width": width, "height": 800}, device_scale_factor=density)
    for address, wanted in ((interview.url, main), ("/", lead)):
        fetched, warnings = [], []
        page.on("request", lambda request, to=fetched: to.append(request.url))
        page.on("console", lambda message, to=warnings: to.append(message.text))
        page.goto(address, wait_until="networkidle")
        heroes = [url for url in fetched if url.endswith(f"{wanted}.avif")]
        chosen = page.locator("main picture img").first.evaluate("image => image.currentSrc")
        assert heroes == [chosen]
        assert not [text for text in warnings if "preload" in text]


def test_a_lazy_picture_takes_the_width_that_it_has(open_browser):
    for number in range(3):
        factories.interview(hero_image=photo(size=LARGE), slug=f"entretien-{number}")
    work()
    page = open_browser(viewport={"width": 1440, "height": 800})
    page.goto("/entretiens/")
    small = page.locator(".entry img").nth(1)
    small.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelectorAll('.entry img')[1].complete")
    box = small.bounding_box()
    assert "fill-480x320" in small.evaluate("image => image.currentSrc")
    assert box["width"] / box["height"] == pytest.approx(1.5, abs=0.02)
