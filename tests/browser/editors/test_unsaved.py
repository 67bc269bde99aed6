"""What the server could not take is kept in the browser, and offered to the same person."""

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests import factories
from tests.browser.cms import sign_in
from tests.browser.editors.test_autosave import SAVED
from tests.browser.editors.test_session_over import end_session, open_draft
from tests.conftest import account
from tests.steps.editing import latest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

OFFER = "n’a pas été enregistré"


@pytest.fixture
def page(sign_in_as):
    return sign_in_as("agathe", roles.CHIEF)


def type_offline(page, text):
    page.context.set_offline(True)
    page.locator("[name=standfirst]").fill(text)
    page.wait_for_timeout(2_000)


def come_back(page, text):
    """Close the tab, as when the machine is shut, and open the page in another one."""
    other = page.context.new_page()
    page.close()
    other.context.set_offline(False)
    other.goto(f"/cms/pages/{text.pk}/edit/")
    return other


def offered(page):
    return page.get_by_role("alert").filter(has_text=OFFER)


def test_a_tab_that_was_closed_offline_is_taken_up_again(page):
    text = open_draft(page)
    answer = "Mille mots de plus. " * 10_000  # 200,000 characters
    page.locator("[name='body-0-value-answers-0-value-text']").evaluate(
        """(field, text) => {
            field.value = JSON.stringify({
                blocks: [{ key: "a", type: "unstyled", text, inlineStyleRanges: [],
                           entityRanges: [], depth: 0, data: {} }],
                entityMap: {},
            });
        }""",
        answer,
    )
    type_offline(page, "Un fil.\nDeux bouts.")
    page = come_back(page, text)
    offered(page).get_by_role("button", name="Reprendre").click()
    expect(page.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)
    expect(offered(page)).to_have_count(0)
    stored = latest(text)
    assert stored.standfirst.splitlines() == ["Un fil.", "Deux bouts."]
    assert answer.strip() in str(stored.body[0].value["answers"][0]["text"])
    page.reload()
    page.wait_for_timeout(1_000)
    expect(offered(page)).to_have_count(0)


def test_it_is_saved_without_a_key_when_the_network_is_back(page):
    text = open_draft(page)
    type_offline(page, "Un fil.")
    page.wait_for_timeout(2_000)
    page.context.set_offline(False)
    expect(page.locator(SAVED).first).to_be_visible(timeout=20_000)
    assert latest(text).standfirst == "Un fil."
    page = come_back(page, text)
    page.wait_for_timeout(1_000)
    expect(offered(page)).to_have_count(0)


def test_only_who_typed_it_is_offered_it_and_may_discard_it(page):
    account("benoit", roles.CHIEF)
    text = open_draft(page)
    type_offline(page, "Un fil.")
    page.context.set_offline(False)
    end_session(page)
    other = page.context.new_page()
    page.close()
    sign_in(other, "benoit")
    other.goto(f"/cms/pages/{text.pk}/edit/")
    other.wait_for_timeout(1_000)
    expect(offered(other)).to_have_count(0)
    end_session(other)
    sign_in(other, "agathe")
    other.goto(f"/cms/pages/{text.pk}/edit/")
    offered(other).get_by_role("button", name="Effacer").click()
    other.reload()
    other.wait_for_timeout(1_000)
    expect(offered(other)).to_have_count(0)


def test_nothing_is_left_after_log_out(page):
    text = open_draft(page)
    type_offline(page, "Un fil.")
    page = come_back(page, text)
    expect(offered(page)).to_be_visible()
    page.get_by_role("button", name="agathe").click()
    page.get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url("**/cms/login/**")
    sign_in(page, "agathe")
    page.goto(f"/cms/pages/{text.pk}/edit/")
    page.wait_for_timeout(1_000)
    expect(offered(page)).to_have_count(0)


def test_a_new_page_that_was_never_saved_is_made_of_it(page):
    address = f"/cms/pages/add/articles/interviewpage/{factories.index().pk}/"
    page.goto(address)
    page.wait_for_timeout(3_000)
    page.context.set_offline(True)
    page.locator("[name=title]").fill("Un fil")
    page.wait_for_timeout(2_000)
    other = page.context.new_page()
    page.close()
    other.context.set_offline(False)
    other.goto(address)
    offered(other).get_by_role("button", name="Reprendre").click()
    expect(other.locator(".messages")).to_contain_text("créée", timeout=20_000)
    expect(other.locator("[name=title]")).to_have_value("Un fil")
