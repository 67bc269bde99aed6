"""The checklist follows what a writer types, and leads to what is missing."""

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests import factories
from tests.browser.cms import sign_in
from tests.conftest import account

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_the_list_is_renewed_after_each_automatic_save_and_leads_to_the_field(open_browser):
    account("redactrice", roles.WRITER)
    writer = open_browser()
    sign_in(writer, "redactrice")
    writer.goto(f"/cms/pages/add/articles/interviewpage/{factories.index().pk}/")
    writer.locator("[data-checklist] summary").click()
    missing = writer.locator("[data-checklist] a[href='#id_standfirst']")
    expect(missing).to_be_visible()
    # Wagtail takes what stands in the form in its first two seconds for unchanged.
    writer.wait_for_timeout(2500)
    writer.fill("[name=title]", "La fibre et le facteur")
    missing.click()
    expect(writer.locator("[name=standfirst]")).to_be_focused()
    writer.keyboard.type("Un facteur raconte.")
    writer.keyboard.press("Tab")
    expect(missing).to_have_count(0, timeout=15_000)
    expect(writer.locator("[data-checklist] details")).to_have_attribute("open", "")
    # In another tab of the editor.
    writer.locator("[data-checklist] a[href='#id_search_description']").click()
    expect(writer.locator("[name=search_description]")).to_be_focused()
