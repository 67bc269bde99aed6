"""The button of the next step at the foot of the editor, in a real browser."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Comment

from articles.models import InterviewPage
from home.setup import roles
from tests import factories
from tests.browser.cms import sign_in, violations
from tests.conftest import account
from tests.steps.planned import draft, in_review

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MISSING = "Pas encore possible"


def test_the_key_enter_in_a_field_publishes_nothing(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = draft()
    page.goto(f"/cms/pages/{text.pk}/edit/")
    page.wait_for_timeout(2_000)
    page.locator("[name=title]").press("End")
    page.keyboard.type(" plus long")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)
    text.refresh_from_db()
    assert not text.live


def test_what_is_missing_is_said_beside_the_button_until_it_is_there(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = draft(standfirst="")
    page.goto(f"/cms/pages/{text.pk}/edit/")
    expect(page.locator("footer").get_by_text(MISSING)).to_contain_text("1 point obligatoire")
    page.wait_for_timeout(3_000)  # the editor compares with what it found when all was loaded
    page.locator("[name=standfirst]").press_sequentially("Deux phrases au plus.")
    expect(page.locator("footer").get_by_text(MISSING)).to_be_hidden(timeout=20_000)


def test_nothing_lies_over_the_field_in_which_one_writes(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    text = draft(body=[factories.exchange(f"Question {number} ?") for number in range(4)])
    page.goto(f"/cms/pages/{text.pk}/edit/")
    page.wait_for_timeout(2_000)
    foot = page.locator("footer .footer__container").first.bounding_box()["y"]
    for number in range(4):
        page.evaluate("scrollTo(0, 0)")
        field = page.locator(f"[name='body-{number}-value-question']")
        field.focus()
        page.wait_for_timeout(1_000)  # the page scrolls there
        place = field.bounding_box()
        assert place["y"] + place["height"] <= foot


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_approving_asks_with_what_is_open(open_browser, theme, width):
    author, reviewer = account("redactrice", roles.WRITER), account("relecteur", roles.REVIEWER)
    text = in_review("La fibre au col", owner=author)
    Comment.objects.create(page=text, user=reviewer, text="Et la date ?", contentpath="title")
    page = open_browser(viewport={"width": width, "height": 800}, color_scheme=theme)
    sign_in(page, "relecteur")
    page.goto(f"/cms/pages/{text.pk}/edit/")
    foot = page.locator("footer")
    expect(foot.get_by_text("Reste à traiter")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.wait_for_timeout(2_000)
    foot.get_by_role("button", name="Approuver", exact=True).first.click()
    dialog = page.get_by_role("dialog").filter(has_text="Reste à traiter")
    expect(dialog).to_contain_text("1 commentaire")
    assert [one for one in violations(page) if "next-step" in str(one)] == []
    dialog.get_by_role("button", name="Approuver").click()
    expect(page.locator(".messages")).to_contain_text("Étape suivante", timeout=20_000)
    assert InterviewPage.objects.get(pk=text.pk).current_workflow_task.name == "Validation"
