"""Pages fit small windows and large type, keep still for who asks, and are light."""

import pytest
from playwright.sync_api import expect

from articles.models import Interviewee
from tests import factories
from tests.browser.public import addresses

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links and controls smaller than 24 px (WCAG 2.2, 2.5.8), except links within a sentence, and
# those with 24 px of their own around their middle.
SMALL = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter((one) => one.checkVisibility() && !one.matches(".visually-hidden *, .skip-link"))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width && box.height);
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const crowded = (target) => targets.some((other) => {
    if (other === target) return false;
    const [x, y] = middle(target);
    const { left, right, top, bottom } = other.box;
    return Math.hypot(
      x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom)),
    ) < 12;
  });
  return targets
    .filter(({ one, box }) => (box.width < 24 || box.height < 24) && !one.closest("p, .prose"))
    .filter(crowded)
    .map(({ one }) => one.outerHTML);
}"""


def test_no_page_scrolls_sideways_nor_has_small_targets(open_browser):
    found = addresses()
    # 640 px are a window of 1280 px at 200 %.
    for width in (320, 360, 640, 1280):
        page = open_browser(viewport={"width": width, "height": 640}, has_touch=width < 640)
        for kind, address in found.items():
            page.goto(address)
            assert page.evaluate(OVERFLOW) == 0, (kind, width)
            assert page.evaluate(SMALL) == [], (kind, width)


def test_text_twice_as_large_does_not_scroll_sideways(open_browser):
    page = open_browser(viewport={"width": 640, "height": 640})
    for kind, address in addresses().items():
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) == 0, kind


def test_a_very_long_word_is_broken(open_browser):
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 2
    person = factories.person(word, "long", word)
    interview = factories.interview(word, standfirst=word, body=[factories.exchange(word)])
    interview.interviewee_links = [Interviewee(person=person, locale=interview.locale)]
    interview.save()
    page = open_browser(viewport={"width": 320, "height": 640})
    for address in ("/", "/entretiens/", interview.url, "/entretiens/personne/long/"):
        page.goto(address)
        assert page.evaluate(OVERFLOW) == 0, address


def test_nothing_moves_for_who_asked_for_stillness(open_browser):
    page = open_browser(reduced_motion="reduce")
    page.goto(addresses()["interview"])
    moving = """[...document.querySelectorAll("*")].map((one) => getComputedStyle(one)).filter(
      (style) => style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
        || style.scrollBehavior === "smooth").length"""
    assert page.evaluate(moving) == 0


# Bytes before compression, of pages that have a form.
MOST_SCRIPT = dict.fromkeys(("form", "english form"), 3072)
MOST_SCRIPT |= dict.fromkeys(("search", "nothing found", "missing"), 5120)


def test_pages_ask_no_other_host_and_run_little_script(open_browser, live_server):
    page = open_browser()
    asked, scripts, sizes = [], {}, {}
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "response",
        lambda answer: (
            answer.request.resource_type == "script" and scripts.setdefault(answer.url, answer)
        ),
    )
    for kind, address in addresses().items():
        scripts.clear()
        page.goto(address, wait_until="networkidle")
        # The form keeps what was typed, until the thanks are shown; a search suggests.
        most = MOST_SCRIPT.get(kind, 2048)
        # One that the browser has already is answered 304, without a body.
        sizes |= {url: len(one.body()) for url, one in scripts.items() if one.status == 200}
        assert sum(sizes[url] for url in scripts) < most, kind
    assert asked
    assert all(address.startswith(live_server.url) for address in asked)


ROWS = """[...document.querySelectorAll(".masthead a")]
  .filter((link) => link.checkVisibility())
  .map((link) => link.getBoundingClientRect().bottom)
  .sort((one, other) => one - other)
  .filter((bottom, number, all) => !number || bottom - all[number - 1] > 12).length"""


def test_the_head_of_a_page_has_two_rows_on_a_phone_and_the_search_is_in_the_first(open_browser):
    page = open_browser(viewport={"width": 360, "height": 740})
    for address in ("/", factories.interview("Le fil").url, "/en/"):
        page.goto(address)
        assert page.evaluate(ROWS) <= 2, address
    page.goto("/entretiens/")
    name, search = page.locator(".masthead__name"), page.locator(".masthead__search")
    assert abs(name.bounding_box()["y"] - search.bounding_box()["y"]) < 16


def test_on_paper_an_interview_says_where_it_was_and_its_note_is_no_larger_than_its_answers(
    open_browser,
):
    note = {"type": "editors_note", "value": {"text": "<p>Entretien relu.</p>"}}
    interview = factories.interview("Le fil", body=[factories.exchange(), note])
    interview.save_revision().publish()
    page = open_browser()
    page.goto(interview.url)
    address = page.get_by_text(interview.full_url)
    expect(address).not_to_be_visible()
    page.emulate_media(media="print")
    expect(address).to_be_visible()
    expect(address).to_contain_text("État du")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    note, answer = page.locator(".editors-note p").last, page.locator(".answer p")
    assert note.evaluate(size) < answer.evaluate(size)


def test_on_paper_no_heading_stands_alone(open_browser):
    page = open_browser()
    page.goto(factories.interview("Le fil").url)
    heading = page.get_by_role("heading", name="Sur les mêmes sujets")
    expect(heading).to_be_visible()
    page.emulate_media(media="print")
    expect(heading).not_to_be_visible()
