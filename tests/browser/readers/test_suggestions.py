"""The search field suggests while somebody types: by keys, by a mouse, or not at all."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def magazine():
    first = factories.interview("Le phare de la nuit", date="2024-03-01")
    return first, factories.interview("Le phare du jour", date="2025-03-01")


def field_of(page):
    page.goto("/recherche/")
    field = page.get_by_role("combobox", name="Mots à rechercher")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.focus()
    return field


@pytest.mark.parametrize("width", [1280, 360])
def test_arrows_choose_and_enter_opens(open_browser, magazine, width):
    page = open_browser(viewport={"width": width, "height": 700})
    field = field_of(page)
    page.keyboard.type("phar")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("2 suggestions")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    chosen = page.get_by_role("option", selected=True)
    for key, text in [
        ("ArrowDown", "Le phare du jour"),
        ("ArrowDown", "Le phare de la nuit"),
        ("ArrowDown", "Le phare du jour"),
        ("ArrowUp", "Le phare de la nuit"),
        ("Home", "Le phare du jour"),
        ("End", "Le phare de la nuit"),
    ]:
        page.keyboard.press(key)
        expect(chosen).to_contain_text(text)
        expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
        expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{magazine[0].url}")


def test_escape_closes_the_list_and_keeps_what_was_typed(open_browser, magazine):
    page = open_browser()
    field = field_of(page)
    page.keyboard.type("phar")
    options = page.get_by_role("option")
    expect(options).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("phar")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options).to_have_count(2)
    page.keyboard.press("Tab")
    expect(options).to_have_count(0)
    expect(page.get_by_role("button", name="Rechercher")).to_be_focused()


def test_enter_without_a_choice_searches_as_ever(open_browser, magazine):
    page = open_browser()
    field_of(page)
    page.keyboard.type("phar")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=phar")


def test_a_click_opens_and_a_hasty_typist_asks_once(open_browser, magazine):
    page = open_browser()
    asked = []
    page.on("request", lambda request: "suggestions/?" in request.url and asked.append(request.url))
    field_of(page)
    page.keyboard.type("phare jour", delay=20)
    page.get_by_role("option", name="Le phare du jour").click()
    page.wait_for_url(f"**{magazine[1].url}")
    assert [url.partition("?")[2] for url in asked] == ["q=phare%20jour"]


def test_an_older_answer_that_comes_late_is_dropped(open_browser, magazine):
    page = open_browser()
    held = []
    page.route("**/suggestions/?q=phare", lambda route: held.append(route))
    field_of(page)
    with page.expect_request("**/suggestions/?q=phare"):
        page.keyboard.type("phare")
    page.keyboard.type(" jour")
    options = page.get_by_role("option")
    expect(options).to_have_count(1)
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(options).to_have_count(1)


@pytest.mark.parametrize("key", ["s", "Escape"])
def test_what_is_not_wanted_any_more_does_not_appear(open_browser, magazine, key):
    page = open_browser()
    page.clock.install(time=datetime(2026, 1, 1, tzinfo=UTC))
    held = []
    page.route("**/suggestions/?q=phare", lambda route: held.append(route))
    field_of(page)
    page.clock.pause_at(datetime(2026, 1, 2, tzinfo=UTC))
    page.keyboard.type("phare")
    with page.expect_request("**/suggestions/?q=phare"):
        page.clock.run_for(250)
    page.keyboard.press(key)
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(page.get_by_role("option")).to_have_count(0)


def test_where_the_site_is_away_the_field_is_an_ordinary_one(open_browser, magazine):
    page = open_browser()
    page.route("**/suggestions/?*", lambda route: route.abort())
    field = field_of(page)
    with page.expect_event("requestfailed"):
        page.keyboard.type("phar")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=phar")


def test_without_a_script_it_is_the_form_of_before(open_browser, magazine):
    page = open_browser(java_script_enabled=False)
    page.goto("/rien/")
    page.get_by_role("searchbox", name="Mots à rechercher").fill("phare")
    page.get_by_role("button", name="Rechercher").click()
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Le phare du jour")).to_be_visible()
