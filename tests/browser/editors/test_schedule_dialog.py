"""The dialog of the dates: its date picker hides neither itself nor the button that saves."""

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests.browser.cms import sign_in
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
