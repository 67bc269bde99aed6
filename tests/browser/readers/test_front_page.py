"""The blocks of the front page keep their distance, in whatever order editors put them."""

import pytest

from tests import factories
from tests.home.front_page import compose

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LATEST = ("latest", {"title": "Derniers", "count": 1})
TOPICS = ("topics", {"title": "Par sujet"})
PEOPLE = ("people", {"title": "Ils parlent", "count": 4})
OFFER = ("quote_offer", None)
LEAD = ("lead", {"interview": None})
PARAGRAPH = ("paragraph", {"text": "<p>Bonjour à tous.</p>"})

GAPS = """() => {
  const blocks = [...document.querySelectorAll(".front__body > *, .colophon")];
  const edge = (block, side) => {
    const band = block.matches(".quote-offer, .colophon");
    const boxes = band ? [block] : [...block.querySelectorAll("h2, p, ul, img")];
    return boxes.map((one) => one.getBoundingClientRect()[side]);
  };
  return blocks.slice(1).map((block, number) =>
    Math.min(...edge(block, "top")) - Math.max(...edge(blocks[number], "bottom")));
}"""
LEFT = """[...document.querySelectorAll(".front__body :is(h2, p)")]
  .map((one) => one.getBoundingClientRect().left)"""


@pytest.mark.parametrize("width", [320, 1280])
def test_blocks_stand_apart_and_off_the_edge_in_any_order(open_browser, width):
    for number in range(4):
        chosen = factories.interview(f"Entretien {number}", hero_image=factories.image())
    selection = ("selection", {"title": "Dossier", "interviews": [factories.item(chosen.pk)]})
    page = open_browser(viewport={"width": width, "height": 640})
    for blocks in (
        [LEAD, LATEST, TOPICS, PEOPLE, OFFER],
        [OFFER, PEOPLE, TOPICS, LATEST, LEAD],
        [PARAGRAPH, selection, PARAGRAPH, LEAD, LATEST, OFFER],
        [PARAGRAPH, OFFER, LATEST, PEOPLE, selection],
        [LEAD, TOPICS, PARAGRAPH],
    ):
        compose(*blocks)
        page.goto("/")
        names = [name for name, _value in blocks]
        gaps = page.evaluate(GAPS)
        assert len(gaps) == len(blocks), names
        if blocks[-1] is OFFER:
            gaps.pop()
        assert min(gaps) >= 40, (names, gaps)
        assert min(page.evaluate(LEFT)) >= 16, names
