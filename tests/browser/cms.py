"""What people do in the CMS, in a browser."""

import re

from playwright.sync_api import expect

from tests.conftest import PASSWORD

ACTIONS = re.compile("Plus d|Actions")


def sign_in(page, username):
    page.goto("/cms/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/cms/")


def add_exchange(page, question, answer):
    page.get_by_role("button", name="Insérer un bloc").first.click()
    page.get_by_role("option", name="Question et réponse").click()
    page.fill("[name='body-0-value-question']", question)
    editor = page.locator("[data-contentpath=answers] [contenteditable=true]").first
    editor.click()
    page.keyboard.type(answer)
    # Draftail hands the text to the form a moment after the last key.
    stored = page.locator("[name='body-0-value-answers-0-value-text']")
    expect(stored).to_have_value(re.compile(re.escape(answer)))


def choose_action(page, selector):
    """Open the menu at the foot of the editor and press the button that ``selector`` names."""
    page.get_by_role("button", name=ACTIONS).last.click()
    page.locator(f"footer {selector}").first.click()


def save_draft(page):
    choose_action(page, ".action-save")


def set_date(page, value):
    """Fill the date of publication in, as the editor's side panel asks for it."""
    if not page.locator("[data-side-panel=status]").is_visible():
        page.locator("[data-side-panel-toggle=status]").click()
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    dialog = page.locator("#schedule-publishing-dialog")
    dialog.locator("[name=go_live_at]").fill(value)
    dialog.get_by_role("button", name="Enregistrer la programmation").click()


def violations(page):
    """Return what axe, which Wagtail brings along, finds within the content."""
    found = page.evaluate(
        """async () => (await axe.run("#main", {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        })).violations.map((one) => [one.id, one.nodes.map((node) => node.html)])"""
    )
    return found
