"""No text of any page leaves the gutter, and none touches a band; pictures may run off the edge."""

import pytest

from tests import factories
from tests.browser.public import addresses
from tests.home.front_page import compose

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WIDTHS = (360, 768, 1440, 1920)
# Lines of text outside of the gutter. The name on the front page is set by eye.
OUTSIDE = """() => {
  const margin = parseFloat(getComputedStyle(document.querySelector(".masthead")).paddingLeft);
  const right = document.documentElement.clientWidth - margin;
  const left_out = ".visually-hidden, .skip-link, .nameplate h1, template, script, option";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || text.parentElement.closest(left_out)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter((box) => box.width);
    if (boxes.some((box) => box.left < margin - 2 || box.right > right + 2))
      found.add(text.data.trim());
  }
  return [...found];
}"""
# How far each band is from what stands above it.
BANDS = """() => {
  const bands = ".quote-offer, .colophon";
  const texts = "main :is(h1, h2, h3, p, li, dt, dd, img, summary, button)";
  const above = [...document.querySelectorAll(texts)]
    .filter((one) => one.checkVisibility() && !one.closest(`${bands}, .visually-hidden`))
    .map((one) => one.getBoundingClientRect().bottom);
  return [...document.querySelectorAll(bands)].map((band) => {
    const top = band.getBoundingClientRect().top;
    return top - Math.max(...above.filter((bottom) => bottom < top + 20));
  });
}"""


def faults(page, address):
    """Return what stands wrong at ``address``, at each width."""
    page.goto(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for text in page.evaluate(OUTSIDE):
            yield width, text
        for distance in page.evaluate(BANDS):
            if distance < 40:
                yield width, f"{distance} px above a band"


def interviews():
    """Return an interview of nothing, one of everything, and one of each kind of block alone."""
    linked = factories.interview("Un autre entretien")
    rich = factories.rich_body(1, linked)
    full = factories.interview(body=rich, hero_image=factories.image())
    bare = factories.interview(body=[], standfirst="", date="2020-01-01")
    bare.interviewee_links = bare.topic_links = []
    bare.save()
    return [full, bare, *(factories.interview(body=[block]) for block in rich)]


def test_nothing_leaves_the_gutter_on_any_kind_of_page(open_browser):
    page = open_browser()
    for kind, address in addresses().items():
        assert list(faults(page, address)) == [], kind


def test_nothing_leaves_the_gutter_in_an_interview_of_whatever_blocks(open_browser):
    page = open_browser()
    for one in interviews():
        kinds = [block.block_type for block in one.body]
        assert list(faults(page, one.url)) == [], kinds


def test_nothing_leaves_the_gutter_on_a_front_page_of_whatever_blocks(open_browser):
    chosen = factories.interview("Entretien", hero_image=factories.image())
    blocks = [
        ("lead", {"interview": None}),
        ("latest", {"title": "Derniers", "count": 1}),
        ("selection", {"title": "Dossier", "interviews": [factories.item(chosen.pk)]}),
        ("topics", {"title": "Par sujet"}),
        ("people", {"title": "Ils parlent", "count": 4}),
        ("paragraph", {"text": "<p>Bonjour à tous.</p>"}),
        ("quote_offer", None),
    ]
    page = open_browser()
    for some in (blocks, blocks[::-1], [], *([block] for block in blocks)):
        compose(*some)
        assert list(faults(page, "/")) == [], [kind for kind, _value in some]
