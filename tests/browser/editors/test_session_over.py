"""A session ends while somebody writes: log-in opens over the text, and saving goes on."""

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests.browser.cms import save_draft
from tests.browser.editors.test_autosave import SAVED, save
from tests.browser.editors.test_translation_journey import write
from tests.conftest import PASSWORD, account
from tests.steps import translating
from tests.steps.editing import draft, latest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

OTHER = "une autre personne est connectée ici"


def open_draft(page):
    text = draft()
    page.goto(f"/cms/pages/{text.pk}/edit/")
    page.wait_for_timeout(3_000)
    return text


def end_session(page):
    page.context.clear_cookies(name="sessionid")


def log_in(page, username):
    form = page.get_by_role("dialog", name="Votre session est terminée").frame_locator("iframe")
    form.locator("[name=username]").fill(username)
    form.locator("[name=password]").fill(PASSWORD)
    form.locator("button[type=submit]").click()


def test_the_editor_saves_all_that_was_typed_after_log_in_over_it(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = open_draft(page)
    end_session(page)
    page.locator("[name=standfirst]").press_sequentially("Un fil.")
    expect(page.get_by_role("dialog", name="Votre session est terminée")).to_be_visible()
    log_in(page, "agathe")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(SAVED).first).to_be_visible(timeout=20_000)
    assert latest(text).standfirst == "Un fil."
    page.locator("[name=standfirst]").press_sequentially(" Deux bouts.")
    save(page)
    assert latest(text).standfirst == "Un fil. Deux bouts."


def test_the_button_asks_as_well_and_then_saves(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = open_draft(page)
    end_session(page)
    page.locator("[name=standfirst]").press_sequentially("Un fil.")
    page.get_by_role("button", name="Continuer sans enregistrer").click()
    page.locator("[name=standfirst]").click()
    page.keyboard.press("End")
    page.locator("[name=standfirst]").press_sequentially(" Deux bouts.")
    save_draft(page)
    log_in(page, "agathe")
    expect(page.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)
    assert latest(text).standfirst == "Un fil. Deux bouts."


def test_nothing_is_saved_under_the_name_of_somebody_else(sign_in_as):
    account("benoit", roles.CHIEF)
    page = sign_in_as("agathe", roles.CHIEF)
    text = open_draft(page)
    end_session(page)
    page.locator("[name=standfirst]").press_sequentially("Un fil.")
    log_in(page, "benoit")
    expect(page.get_by_role("dialog")).to_contain_text(OTHER)
    page.wait_for_timeout(4_000)
    assert latest(text).standfirst == ""
    page.get_by_role("button", name="Se connecter avec un autre compte").click()
    log_in(page, "agathe")
    expect(page.locator(SAVED).first).to_be_visible(timeout=20_000)
    text.refresh_from_db()
    revision = text.get_latest_revision()
    assert (revision.user.username, latest(text).standfirst) == ("agathe", "Un fil.")


def test_a_chooser_opens_after_log_in(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    open_draft(page)
    end_session(page)
    page.locator("[data-chooser-action-choose]:visible").first.click()
    log_in(page, "agathe")
    expect(page.locator(".modal-dialog")).to_be_visible(timeout=20_000)


def test_a_passage_is_saved_after_log_in(sign_in_as):
    page = sign_in_as("traductrice", roles.TRANSLATOR)
    english = translating.interview()
    page.goto(f"/cms/pages/{english.pk}/edit/")
    end_session(page)
    passage = page.locator("li.incomplete").filter(has_text="Le village a la fibre")
    passage.get_by_role("button").last.click()
    passage.locator("textarea").fill("The village has fibre")
    passage.get_by_role("button").last.click()
    log_in(page, "traductrice")
    saved = page.locator("li.complete").filter(has_text="The village has fibre")
    expect(saved.locator(".icon--green")).to_be_visible(timeout=20_000)
    write(page, "Une maire raconte.", "A mayor tells.")
    segment = translating.passage(english, "title")
    assert segment.string.translations.get().data == "The village has fibre"
