"""The dialog of the dates: its date picker hides neither itself nor the button that saves."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from home.setup import roles
from tests.browser.cms import set_date, sign_in
from tests.conftest import account
from tests.steps import reviewing

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_the_open_date_picker_leaves_the_button_free(open_browser, width):
    page = reviewing.standard_page(account("cheffe", roles.CHIEF))
    chief = open_browser(viewport={"width": width, "height": 850})
    sign_in(chief, "cheffe")
    chief.goto(reviewing.edit_url(page))
    if not chief.locator("[data-side-panel=status]").is_visible():
        chief.locator("[data-side-panel-toggle=status]").click()
    chief.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    dialog = chief.locator("#schedule-publishing-dialog")
    for name in ("go_live_at", "expire_at"):
        dialog.locator(f"[name={name}]").click()
        picker = chief.locator(".xdsoft_datetimepicker:visible")
        expect(picker).to_have_count(1)
        box = picker.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        dialog.get_by_role("button", name="Enregistrer la programmation").click(trial=True)


def test_a_refused_date_opens_its_dialog_and_the_message_leads_into_it(sign_in_as):
    chief = sign_in_as("cheffe", roles.CHIEF)
    page = reviewing.standard_page(get_user_model().objects.get(username="cheffe"))
    chief.goto(reviewing.edit_url(page))
    chief.wait_for_timeout(3_000)
    set_date(chief, "2020-03-02 08:00")
    dialog = chief.locator("#schedule-publishing-dialog")
    expect(dialog).to_contain_text("Cette date est passée")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Fermer").click()
    expect(dialog).to_be_hidden()
    chief.get_by_role("button", name="première erreur").click()
    expect(dialog).to_be_visible()
    expect(dialog.locator(".error-message")).to_be_focused()
