"""A page that a person sees is counted once, with nothing left in the browser."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from audience.models import PageViews
from home.setup.roles import CHIEF
from tests import factories
from tests.steps.audience import FIREFOX

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

VIEW = "/audience/view/"


@pytest.fixture
def visitor(open_browser):
    return open_browser(user_agent=FIREFOX)


def views():
    return dict(PageViews.objects.values_list("page_id", "views"))


def open_and_tell(page, address):
    with page.expect_response(f"**{VIEW}") as told:
        page.goto(address)
    assert told.value.status == 204


def test_a_page_shown_counts_one_view_without_a_cookie_or_another_host(visitor, live_server):
    interview = factories.interview()
    asked, refused = [], []
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.on("console", lambda message: refused.append(message.text))
    open_and_tell(visitor, interview.url)
    visitor.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    visitor.wait_for_load_state("networkidle")
    assert views() == {interview.pk: 1}
    assert {url for url in asked if not url.startswith(live_server.url)} == set()
    assert refused == []  # by the Content-Security-Policy
    assert visitor.context.cookies() == []
    assert visitor.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_reload_and_a_return_are_views_again(visitor):
    first, second = factories.interview(), factories.interview()
    open_and_tell(visitor, first.url)
    with visitor.expect_response(f"**{VIEW}"):
        visitor.reload()
    open_and_tell(visitor, second.url)
    with visitor.expect_response(f"**{VIEW}"):
        visitor.go_back()
    assert views() == {first.pk: 3, second.pk: 1}


def test_a_page_in_the_background_is_counted_when_it_is_seen(visitor):
    interview = factories.interview()
    visitor.add_init_script(
        "Object.defineProperty(document, 'hidden', {configurable: true, value: true})"
    )
    visitor.goto(interview.url, wait_until="networkidle")
    assert views() == {}
    with visitor.expect_response(f"**{VIEW}"):
        visitor.evaluate(
            "Object.defineProperty(document, 'hidden', {value: false});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
    assert views() == {interview.pk: 1}


def test_a_page_rendered_in_advance_is_counted_when_it_is_shown(visitor):
    interview = factories.interview()
    visitor.add_init_script(
        "Object.defineProperty(document, 'prerendering', {configurable: true, value: true})"
    )
    visitor.goto(interview.url, wait_until="networkidle")
    assert views() == {}
    with visitor.expect_response(f"**{VIEW}"):
        visitor.evaluate(
            "Object.defineProperty(document, 'prerendering', {value: false});"
            "document.dispatchEvent(new Event('prerenderingchange'))"
        )
    assert views() == {interview.pk: 1}


def test_on_a_phone_the_last_column_of_a_report_can_be_reached(sign_in_as):
    PageViews.objects.create(page=factories.interview(), day=timezone.localdate(), views=3)
    editor = sign_in_as("chef", CHIEF)
    editor.set_viewport_size({"width": 360, "height": 740})
    editor.goto("/cms/reports/audience/")
    editor.locator("#listing-results tbody td").first.hover()
    editor.mouse.wheel(500, 0)
    expect(editor.locator("#listing-results tbody td").last).to_be_in_viewport()


GROUND = """(one) => {
  while (getComputedStyle(one).backgroundColor === "rgba(0, 0, 0, 0)") one = one.parentElement;
  return getComputedStyle(one).backgroundColor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_days_of_the_report_stand_out_from_the_page(sign_in_as, scheme):
    PageViews.objects.create(page=factories.interview(), day=timezone.localdate(), views=3)
    chief = sign_in_as("cheffe", CHIEF)
    chief.emulate_media(color_scheme=scheme)
    chief.goto("/cms/reports/audience/")
    bar = chief.locator(".audience__days rect").last.evaluate("e => getComputedStyle(e).fill")
    ground = chief.locator(".audience__days").evaluate(GROUND)
    assert contrast(bar, ground) >= 3  # WCAG 2.2, 1.4.11


def contrast(*colours):
    dark, light = sorted(map(luminance, colours))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """Return that of a computed ``rgb(…)``, as WCAG 2.2 defines it."""
    shares = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
