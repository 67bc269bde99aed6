"""A translation from its first passage to /en/: submitted, sent back, corrected, approved."""

import pytest
from playwright.sync_api import expect
from post_office.models import Email

from home.setup import roles
from tests.browser.cms import choose_action
from tests.browser.editors.reviewing import comment_in_dialog, told
from tests.steps import translating

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

COMMENT = "Le titre est trop littéral."
SLUG = "the-village-has-fibre"


@pytest.fixture
def people(sign_in_as):
    cast = {"traductrice": roles.TRANSLATOR, "relecteur": roles.REVIEWER, "cheffe": roles.CHIEF}
    return {username: sign_in_as(username, role) for username, role in cast.items()}


def write(page, source, text):
    """Translate the passage that says ``source``, and wait until it is stored."""
    passage = page.locator("li.incomplete, li.complete").filter(has_text=source)
    passage.get_by_role("button").last.click()
    passage.locator("textarea").fill(text)
    passage.get_by_role("button").last.click()
    expect(passage.locator(".icon--green")).to_be_visible()


def test_from_the_first_passage_to_english_readers(people, open_browser):
    translator, reviewer, chief = people["traductrice"], people["relecteur"], people["cheffe"]
    english = translating.interview()
    editor = f"/cms/pages/{english.pk}/edit/"
    texts = {one.string.data: translating.english(one) for one in translating.segments(english)}
    slug = translating.passage(english, "slug").string.data
    del texts[slug]

    translator.goto(editor)
    checklist = translator.locator(".checklist summary")
    expect(checklist).to_contain_text("1 point obligatoire à compléter")
    expect(translator.locator(".js-translation-editor h3:visible").first).to_have_text("Passages")
    for source, text in texts.items():
        write(translator, source, text)
    # Without a date: the package knows English ones only, and of yesterday until the morning.
    expect(translator.get_by_text("Traduction faite à la main", exact=True).first).to_be_visible()
    translator.get_by_role("tab", name="Promotion").or_(
        translator.get_by_role("link", name="Promotion")
    ).first.click()
    write(translator, slug, SLUG)
    expect(checklist).not_to_contain_text("obligatoire")
    translator.locator("footer [name=action-submit]:visible").click()
    expect(translator.get_by_text("vient d’être soumis à relecture")).to_be_visible()
    translator.goto(editor)
    expect(translator.get_by_text("En relecture, à l’étape « Relecture »").first).to_be_visible()
    expect(translator.locator("li.complete button")).to_have_count(0)

    reviewer.goto(editor)
    choose_action(reviewer, "[data-workflow-action-name=reject]")
    comment_in_dialog(reviewer, COMMENT)

    translator.goto(editor)
    expect(translator.locator(".translation-state q")).to_have_text(COMMENT)
    write(translator, "Le village a la fibre", "Fibre comes to the village")
    translator.locator("footer [name=action-submit]:visible").click()
    expect(translator.get_by_text("vient d’être soumis à relecture")).to_be_visible()

    reviewer.goto(editor)
    reviewer.locator("footer [data-workflow-action-name=approve]:visible").first.click()
    reviewer.wait_for_url(lambda url: "/edit/" not in url)

    visitor = open_browser(java_script_enabled=False)
    address = f"/en/interviews/{SLUG}/"
    assert visitor.goto(address).status == 404
    chief.goto(editor)
    chief.locator("footer [data-workflow-action-name=approve]:visible").first.click()
    chief.wait_for_url(lambda url: "/edit/" not in url)
    assert visitor.goto(address).status == 200
    for text in texts.values():
        if text != texts["Le village a la fibre"]:
            assert text in visitor.locator("main").inner_text()
    expect(visitor.locator("h1")).to_have_text("Fibre comes to the village")
    assert told() == [
        {"relecteur", "cheffe"},  # submitted
        {"traductrice"},  # sent back
        {"relecteur", "cheffe"},  # submitted again
        {"cheffe"},  # approved by the reviewer: the next step
        {"traductrice"},  # published
    ]
    assert COMMENT in Email.objects.filter(to__contains="traductrice").order_by("pk")[0].message
