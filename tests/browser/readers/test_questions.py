"""The list of questions beside an interview follows the reading."""

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
