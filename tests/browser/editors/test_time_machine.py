"""What was deleted yesterday is taken back from the time machine, in a real browser."""

import pytest
from playwright.sync_api import expect

from editing.models import PinnedRevision
from home.setup import roles
from tests import factories
from tests.browser.cms import violations
from tests.browser.editors.test_autosave import SAVED, save, type_and_wait
from tests.browser.editors.test_removed_block import remove, stored
from tests.editor.saving import pass_by
from tests.steps.editing import latest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def interview(site):
    answers = ("<p>Premier.</p>", "<p>Un deuxième.</p>")
    body = [factories.exchange("Un ?", answers), factories.exchange("Deux ?")]
    page = factories.interview(live=False, body=body)
    page.save_revision()
    return page


def test_an_answer_that_was_deleted_and_saved_without_comes_back_the_next_day(
    sign_in_as, interview
):
    page = sign_in_as("agathe", roles.CHIEF)
    edit = f"/cms/pages/{interview.pk}/edit/"
    page.goto(edit)
    type_and_wait(page, "Une fin. ")
    with page.expect_response(lambda answer: answer.url.endswith(edit) and answer.ok):
        remove(page, "answers", at=1)
    expect(page.locator(SAVED).first).to_be_visible(timeout=10_000)
    save(page)
    assert "Un deuxième." not in str(stored(interview))
    pass_by(days=1)

    page.goto(edit)
    page.locator("header [data-controller=w-dropdown] button").last.click()
    page.get_by_role("link", name="Remonter le temps").click()
    row = page.get_by_role("row").filter(has_text="Réponse : Un deuxième.")
    expect(row).to_contain_text("agathe")
    assert violations(page) == []
    row.get_by_role("link").click()
    page.wait_for_url("**/time-machine/*/")
    assert violations(page) == []
    page.get_by_role("button", name="Reprendre", exact=True).press("Enter")
    expect(page.locator(".messages")).to_contain_text("De nouveau dans le texte actuel")
    page.get_by_role("link", name="Ouvrir le texte").click()
    expect(page.locator("[data-contentpath=answers]").first).to_contain_text("Un deuxième.")
    questions, _identities = stored(interview)
    assert questions[0] == ("Un ?", ["<p>Premier.</p>", "<p>Un deuxième.</p>"])
    assert latest(interview).standfirst.startswith("Une fin. ")


def test_a_version_is_named_from_the_keyboard(sign_in_as, interview):
    page = sign_in_as("agathe", roles.CHIEF)
    version = interview.revisions.get()
    page.goto(f"/cms/pages/{interview.pk}/time-machine/{version.pk}/")
    page.get_by_label("Nom de cette version").fill("Avant la relecture")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("gardée")
    assert PinnedRevision.objects.get().name == "Avant la relecture"
