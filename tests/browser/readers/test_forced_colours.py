"""Whoever has the system choose all colours (contrast themes of Windows) sees as much."""

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LONG = f"<p>{'Nous sommes restés. ' * 120}</p>"


@pytest.fixture
def visitor(open_browser):
    return open_browser(forced_colors="active", viewport={"width": 1280, "height": 800})


def test_the_name_of_the_magazine_covers_nothing_of_the_menu(visitor):
    visitor.goto("/")
    menu = visitor.locator("header nav").first
    shown = menu.screenshot()
    visitor.locator("h1").evaluate("name => { name.style.visibility = 'hidden' }")
    assert menu.screenshot() == shown


def test_only_the_question_that_is_read_has_a_bar(visitor):
    body = [factories.exchange(f"Question {number} ?", [LONG]) for number in range(2)]
    visitor.goto(factories.interview(body=body).url)
    visitor.locator(".exchange").last.evaluate("e => e.scrollIntoView()")
    links = visitor.locator(".questions a")
    expect(links.last).to_have_attribute("aria-current", "location")
    bars = links.evaluate_all("all => all.map((e) => getComputedStyle(e).borderInlineStartWidth)")
    assert bars == ["0px", "3px"]
