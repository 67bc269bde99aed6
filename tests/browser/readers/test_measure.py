"""Lines are as long as an eye likes them, and break where a reader would."""

import pytest

from tests import factories
from tests.browser.public import addresses

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WIDTHS = {360: 740, 768: 1024, 1024: 768, 1440: 900, 1920: 1080}
TEXT = (
    "Celui qui équipera ses habitants avant les autres en tirera sans doute un grand bénéfice : "
    "des services dont nous n’avons pas encore l’idée verront le jour sur ces réseaux, pour "
    "soigner de loin, pour enseigner, pour vendre en ligne. Ce jour-là, travailler de chez soi "
    "et joindre sa banque par un réseau optique nous rendra bien service, à tous. "
)
# Every position in a line comes up.
FILLED = [f"{'mot ' * (n // 4)}{'i' * (n % 4)}" for n in range(44)]
TOGETHER = ["a-t-il", "dites-vous", "155 000 habitants", "10 Mbit/s", "50 %", "20 ans", "3 mars"]
# How many characters each line of a paragraph has, but the last.
LINES = """(selector) => [...document.querySelectorAll(selector)].flatMap((paragraph) => {
  const lines = {};
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    for (let place = 0; place < texts.currentNode.length; place++) {
      range.setStart(texts.currentNode, place);
      range.setEnd(texts.currentNode, place + 1);
      const box = range.getClientRects()[0];
      if (box) lines[Math.round(box.bottom)] = (lines[Math.round(box.bottom)] ?? 0) + 1;
    }
  }
  return Object.values(lines).slice(0, -1);
})"""
# What of a text that matches stands in two lines.
PARTED = """([selector, pattern]) => {
  const found = new Set();
  for (const one of document.querySelectorAll(selector)) {
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      for (const match of texts.currentNode.data.matchAll(new RegExp(pattern, "gu"))) {
        const range = document.createRange();
        range.setStart(texts.currentNode, match.index);
        range.setEnd(texts.currentNode, match.index + match[0].length);
        const tops = [...range.getClientRects()].filter((box) => box.width).map((box) => box.top);
        if (Math.max(...tops) - Math.min(...tops) > 4) found.add(match[0]);
      }
  }
  return [...found];
}"""
WORDS = [":is(p, li, h1, h2, h3, a, dt, dd, label, legend, button)", r"[\p{L}\p{M}\d’]+"]
SPACE = """() => {
  const title = document.querySelector("h1");
  const text = title.firstChild, range = document.createRange();
  range.setStart(text, text.data.indexOf("\\u202f"));
  range.setEnd(text, text.data.indexOf("\\u202f") + 1);
  return range.getBoundingClientRect().width / parseFloat(getComputedStyle(title).fontSize);
}"""


def each_width(page, address):
    """Show ``address`` at each width, in the house faces; yield the width."""
    page.goto(address)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("document.fonts.ready.then(() => true)")
        yield width


def usual(title="Très haut débit et télétravail"):
    """Return an interview as most are: with a standfirst, a picture, an introduction."""
    return factories.interview(
        title,
        standfirst=TEXT[:200],
        hero_image=factories.image(),
        body=[
            {"type": "paragraph", "value": {"text": f"<p>{TEXT}</p>"}},
            factories.exchange(answers=[f"<p>{TEXT * 3}</p>"]),
        ],
    )


def test_answers_and_introduction_have_60_to_70_characters_a_line(open_browser):
    page = open_browser()
    for width in each_width(page, usual().url):
        for selector in (".answer p", ".paragraph p"):
            lines = page.evaluate(LINES, selector)
            mean = sum(lines) / len(lines)
            assert mean <= 70, (selector, width)
            assert mean >= 60 or width < 600, (selector, width, mean)


def test_no_text_has_lines_of_more_than_75_characters(open_browser):
    page = open_browser()
    for address in (usual().url, "/", "/entretiens/", "/devis/", "/accessibilite/"):
        for width in each_width(page, address):
            lines = page.evaluate(LINES, "main p, main li, .colophon p")
            assert not lines or sorted(lines)[len(lines) * 9 // 10] <= 75, (address, width)


def test_what_belongs_together_stands_in_one_line(open_browser):
    texts = [f"<p>{before} y {text} voilà.</p>" for text in TOGETHER for before in FILLED]
    interview = factories.interview(body=[factories.exchange(answers=["".join(texts)])])
    page = open_browser()
    patterns = [text.replace(" ", r"\s").replace("-", r"\p{Pd}") for text in TOGETHER]
    for width in each_width(page, interview.url):
        assert page.evaluate(PARTED, [".answer p", "|".join(patterns)]) == [], width


def test_no_word_of_any_page_is_cut_but_by_the_rules_of_its_language(open_browser):
    page = open_browser(bypass_csp=True)
    for kind, address in {**addresses(), "usual": usual("Visioconférences rurales").url}.items():
        page.goto(address)
        page.add_style_tag(content="* { hyphens: manual !important }")
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(PARTED, WORDS) == [], (kind, width)


def test_the_narrow_space_is_seen_in_a_title(open_browser):
    page = open_browser(viewport={"width": 768, "height": 900})
    page.goto(usual("Une clé perdue, et après ?").url)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert 0.14 < page.evaluate(SPACE) < 0.2


def test_a_very_long_title_leaves_room_for_the_interview(open_browser):
    title = ("Pourquoi la fibre optique change la vie des villages de montagne, " * 3)[:180]
    interview = usual(title)
    page = open_browser()
    for width in each_width(page, interview.url):
        assert page.locator("h1").bounding_box()["height"] < 340, width
    for address in ("/", "/entretiens/"):
        for width in each_width(page, address):
            heading = page.locator(".lead h2, .entry h2").first
            assert heading.bounding_box()["height"] < 340, (address, width)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024), (1440, 900), (1920, 1080)])
def test_the_first_answer_begins_before_the_end_of_the_second_screen(open_browser, width, height):
    page = open_browser(viewport={"width": width, "height": height})
    page.goto(usual().url)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.locator(".answer").bounding_box()["y"] < 1.7 * height
