"""The editor saves by itself, and the button then saves over that, in a real browser."""

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests import factories
from tests.browser.cms import save_draft, sign_in
from tests.steps.editing import draft

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

SAVED = "header >> text=Enregistré"


def is_autosave(request):
    by_itself = request.headers.get("accept") == "application/json"
    return by_itself and request.method == "POST" and request.url.endswith("/edit/")


def autosaves(page):
    """Return a list that grows with each autosave of the editor."""
    seen = []

    def note(request):
        if is_autosave(request):
            seen.append(request)

    page.on("request", note)
    return seen


def type_and_wait(page, text):
    page.wait_for_timeout(3_000)  # the editor compares with what it found when all was loaded
    page.locator("[name=standfirst]").press_sequentially(text)
    expect(page.locator(SAVED).first).to_be_visible(timeout=10_000)


def save(page):
    save_draft(page)
    expect(page.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)


def test_the_button_saves_what_the_editor_had_saved_by_itself(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = draft()
    page.goto(f"/cms/pages/{text.pk}/edit/")
    seen = autosaves(page)
    type_and_wait(page, "Un fil.")
    page.wait_for_timeout(5_000)
    assert len(seen) == 1  # it does not take its own answer for a change
    save(page)
    text.refresh_from_db()
    assert "Un fil." in text.get_latest_revision_as_object().standfirst


def test_so_it_does_for_a_text_that_is_new(sign_in_as):
    page = sign_in_as("agathe", roles.WRITER)
    page.goto(f"/cms/pages/add/articles/interviewpage/{factories.index().pk}/")
    page.wait_for_timeout(3_000)
    page.locator("[name=title]").press_sequentially("Un fil")
    expect(page.locator(SAVED).first).to_be_visible(timeout=10_000)
    type_and_wait(page, "Deux bouts.")
    page.wait_for_timeout(5_000)
    save(page)


def test_after_a_session_ended_logging_in_elsewhere_is_enough(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = draft()
    page.goto(f"/cms/pages/{text.pk}/edit/")
    page.wait_for_timeout(3_000)
    page.context.clear_cookies(name="sessionid")
    page.locator("[name=standfirst]").press_sequentially("Un fil.")
    said = page.locator("[data-w-tooltip-content-value*='Votre session est terminée']")
    expect(said.first).to_be_attached(timeout=10_000)
    page.get_by_role("button", name="Continuer sans enregistrer").click()
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.get_by_role("button", name="Continuer sans enregistrer").click()
    expect(page.locator(".messages")).to_contain_text("Votre session est terminée")
    elsewhere = page.context.new_page()
    sign_in(elsewhere, "agathe")
    page.bring_to_front()
    page.locator("[name=standfirst]").press_sequentially(" Deux bouts.")
    expect(page.locator(SAVED).first).to_be_visible(timeout=10_000)
    save(page)
    text.refresh_from_db()
    assert text.get_latest_revision_as_object().standfirst == "Un fil. Deux bouts."


def test_the_button_waits_for_an_autosave_that_is_under_way(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = draft()
    page.goto(f"/cms/pages/{text.pk}/edit/")
    page.wait_for_timeout(3_000)
    held = []
    page.route(
        "**/edit/",
        lambda route: held.append(route) if is_autosave(route.request) else route.continue_(),
    )
    page.locator("[name=standfirst]").press_sequentially("Un fil.")
    while not held:
        page.wait_for_timeout(100)
    page.locator("[name=standfirst]").press_sequentially(" Deux bouts.")
    save_draft(page)
    page.wait_for_timeout(500)
    held[0].continue_()
    expect(page.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)
    text.refresh_from_db()
    assert text.get_latest_revision_as_object().standfirst == "Un fil. Deux bouts."
