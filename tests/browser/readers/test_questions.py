"""The list of questions beside an interview follows the reading; on a phone a link leads back."""

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def reader(open_browser):
    """Return a wide window with an interview of four long answers, and a gap before the last."""
    answer = f"<p>{'Nous sommes restés. ' * 120}</p>"
    body = [factories.exchange(f"Question {number} ?", [answer]) for number in range(3)]
    body.append({"type": "paragraph", "value": {"text": answer}})
    body.append(factories.exchange("Question 3 ?", [answer]))
    page = factories.interview(body=body)
    browser = open_browser(viewport={"width": 1280, "height": 800})
    browser.goto(page.url)
    return browser


def marked(reader):
    return reader.locator(".questions a[aria-current=location]")


def test_nothing_is_marked_before_the_first_question(reader):
    expect(marked(reader)).to_have_count(0)


def test_the_question_being_read_is_marked_forwards_and_backwards(reader):
    for number in (0, 2, 1):
        reader.get_by_role("heading", name=f"Question {number}").evaluate("e => e.scrollIntoView()")
        expect(marked(reader)).to_have_text(f"Question {number}\N{NARROW NO-BREAK SPACE}?")


def test_after_a_leap_into_a_gap_the_question_above_it_is_marked(reader):
    reader.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    expect(marked(reader)).to_have_text("Question 3\N{NARROW NO-BREAK SPACE}?")
    reader.locator(".paragraph").evaluate("e => e.scrollIntoView({behavior: 'instant'})")
    expect(marked(reader)).to_have_text("Question 2\N{NARROW NO-BREAK SPACE}?")


IN_SIGHT = """link => {
  const [one, list] = [link, link.closest("nav")].map((element) => element.getBoundingClientRect());
  return one.top >= Math.max(0, list.top) && one.bottom <= Math.min(innerHeight, list.bottom);
}"""


@pytest.fixture
def sixty(site):
    """Return an interview of sixty questions."""
    body = [
        factories.exchange(
            f"Question {number} sur la fibre et le village ?",
            [f"<p>{'Nous sommes restés. ' * 60}</p>"],
        )
        for number in range(60)
    ]
    return factories.interview(body=body)


def test_a_list_that_is_longer_than_the_window_follows_too(open_browser, sixty):
    reader = open_browser(viewport={"width": 1280, "height": 800})
    reader.goto(sixty.url)
    for number in (45, 59, 20, 10):
        heading = reader.get_by_role("heading", name=f"Question {number} ")
        heading.evaluate("e => e.scrollIntoView({behavior: 'instant'})")
        expect(marked(reader)).to_contain_text(f"Question {number} ")
        assert marked(reader).evaluate(IN_SIGHT), number


@pytest.mark.parametrize("script", [True, False])
def test_a_phone_has_a_way_back_to_the_list_from_everywhere(open_browser, sixty, script):
    phone = open_browser(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    phone.goto(sixty.url)
    back = phone.get_by_role("link", name="Retour aux questions")
    for number in (2, 40, 58):
        phone.goto(f"{sixty.url}#t-{sixty.body[number].id}")
        expect(back).to_be_in_viewport()
    back.click()
    expect(phone.locator(".questions summary")).to_be_in_viewport()
    if script:
        expect(phone.get_by_role("link", name="Question 0 ").first).to_be_visible()


def test_a_few_questions_need_no_way_back(open_browser):
    phone = open_browser(viewport={"width": 360, "height": 740})
    phone.goto(factories.interview().url)
    expect(phone.get_by_role("link", name="Retour aux questions")).to_have_count(0)
