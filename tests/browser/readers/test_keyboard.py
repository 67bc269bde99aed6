"""Every public page can be read and used with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.public import addresses

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# What has the focus: is its outline seen, is it in the window, is it itself what lies there?
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const style = getComputedStyle(one);
  const boxes = [...one.getClientRects()].filter((box) =>
    box.bottom > 0 && box.top < innerHeight && box.width && box.height);
  const free = boxes.some((box) => {
    const x = box.x + box.width / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const there = document.elementFromPoint(x, y);
    return one.contains(there) || there?.contains(one);
  });
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const name = one.outerHTML.slice(0, 120);
  return { name, free, outlined, order: [...document.querySelectorAll("*")].indexOf(one) };
}"""
MOST = 80


def tab_through(page):
    """Press Tab until the page is left; return what had the focus, in order."""
    stops = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused in stops[:1]:
            return stops
        stops.append(focused)
    return stops


@pytest.mark.parametrize("size", [(1280, 700), (360, 640)])
def test_the_focus_goes_down_the_page_and_is_seen_everywhere(open_browser, size):
    page = open_browser(
        viewport=dict(zip(("width", "height"), size, strict=True)), reduced_motion="reduce"
    )
    for kind, address in addresses().items():
        page.goto(address)
        stops = tab_through(page)
        assert 2 < len(stops) < MOST, kind
        order = [stop["order"] for stop in stops]
        assert order == sorted(order), kind
        for stop in stops:
            assert stop["outlined"] and stop["free"], (kind, stop)


def test_the_first_stop_skips_to_the_content(open_browser):
    page = open_browser()
    page.goto("/entretiens/")
    skip = page.get_by_role("link", name="Aller au contenu")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
