"""The inbox in a real browser: by keyboard, without scripts, and what axe says of it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from contact.inbox.request import handling
from home.setup import roles
from tests.browser.cms import sign_in, violations
from tests.conftest import account
from tests.steps.inbox import LIST, address, ask, bulk, page_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LONG = "Association pour le développement du très haut débit en Haute-Corrèze"


@pytest.fixture
def camille(db):
    return account("camille", roles.SALES)


@pytest.fixture
def requests(camille):
    made = [ask(f"Demande {number}", LONG, minutes=number) for number in range(3)]
    handling.add_note(made[0], "Rappeler mardi", camille)
    handling.star(made[1].pk, True, camille)
    return made


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing(open_browser, requests, theme, width):
    page = open_browser(viewport={"width": width, "height": 800}, color_scheme=theme)
    sign_in(page, "camille")
    spam = ask(state="spam", spam_reasons=["links"], email="autre@exemple.example")
    for path in (LIST, f"{LIST}?q=escaliers&language=fr", page_of(requests[0]), page_of(spam)):
        page.goto(path)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    note = reverse("quote_requests:delete_note", args=[requests[0].notes.get().pk])
    for path in (bulk("state", *requests), note):
        page.goto(path)
        assert violations(page) == []
    page.goto(address("history", requests[0]))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_request_is_read_starred_and_left_with_single_keys(open_browser, requests, camille):
    page = open_browser()
    sign_in(page, "camille")
    page.goto(page_of(requests[0]))
    page.keyboard.press("j")
    page.wait_for_url(f"**{page_of(requests[1])}")
    page.keyboard.press("k")
    page.wait_for_url(f"**{page_of(requests[0])}")
    star = page.get_by_role("button", name="Étoile")
    expect(star).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("s")
    expect(star).to_have_attribute("aria-pressed", "true")

    page.locator("#note-text").fill("")
    page.locator("#note-text").press_sequentially("jksu")  # typing is typing
    expect(page.locator("#note-text")).to_have_value("jksu")
    expect(star).to_have_attribute("aria-pressed", "true")
    page.locator("#note-text").fill("")
    star.focus()
    page.keyboard.press("u")
    page.wait_for_url(f"**{LIST}")
    assert not requests[0].readings.exists()


def test_shortcuts_are_switched_off_in_the_account(open_browser, requests, camille):
    camille.wagtail_userprofile.keyboard_shortcuts = False
    camille.wagtail_userprofile.save()
    page = open_browser()
    sign_in(page, "camille")
    page.goto(page_of(requests[0]))
    page.keyboard.press("s")
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    assert page.url.endswith(page_of(requests[0]))
    requests[0].refresh_from_db()
    assert not requests[0].starred


def test_several_requests_are_handled_from_the_list(open_browser, requests):
    page = open_browser()
    sign_in(page, "camille")
    page.goto(f"{LIST}?state=new")
    for number in (0, 2):
        page.locator(f"#request-{requests[number].pk} [data-bulk-action-checkbox]").check()
    page.get_by_role("link", name="Changer l’état").click()
    page.get_by_label("Gagnée").check()
    page.get_by_role("button", name="Changer l’état").click()
    expect(page.locator(".messages")).to_contain_text("2 demandes modifiées")
    expect(page.locator(".inbox-list tbody tr")).to_have_count(1)
    assert page.url.endswith("?state=new")


def test_stars_states_and_notes_need_no_script(open_browser, requests):
    page = open_browser(java_script_enabled=False)
    sign_in(page, "camille")
    page.goto(LIST)
    page.locator(f"#request-{requests[2].pk} .inbox-star-button").click()
    expect(page.locator(f"#request-{requests[2].pk} .inbox-star-button")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto(page_of(requests[2]))
    page.get_by_label("En cours").check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_label("En cours")).to_be_checked()
    page.locator("#note-text").fill("Devis envoyé")
    page.get_by_role("button", name="Ajouter la note").click()
    expect(page.locator("#notes-section")).to_contain_text("Devis envoyé")
