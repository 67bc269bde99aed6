"""A block that was removed in the editor comes back from the line in its place."""

import json
import re

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests import factories
from tests.browser.editors.test_autosave import SAVED, autosaves, save
from tests.steps.editing import latest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


# Of a paragraph: Draftail gives one to those that have none.
KEY = re.compile(" data-block-key=(['\"])[^'\"]*\\1")


@pytest.fixture
def interview(site):
    body = [
        factories.exchange("Un ?", ("<p>Premier.</p>", "<p><b>Deuxième.</b></p>")),
        factories.exchange("Deux ?"),
        factories.exchange("Trois ?"),
    ]
    page = factories.interview(live=False, body=body)
    page.save_revision()
    return page


@pytest.fixture
def editor(sign_in_as, interview):
    page = sign_in_as("agathe", roles.CHIEF)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"/cms/pages/{interview.pk}/edit/")
    page.wait_for_timeout(3_000)  # the editor compares with what it found when all was loaded
    yield page
    assert errors == []


def remove(page, path, at=0):
    """Remove the block that has the number ``at`` of those directly below ``path``."""
    blocks = page.locator(f"[data-contentpath={path}] [data-streamfield-child]:visible")
    button = blocks.nth(at).locator("[data-streamfield-action=DELETE]").first
    button.focus()
    page.keyboard.press("Enter")


def remove_exchange(page, question):
    """Remove it with one click too many."""
    blocks = page.locator("[data-contentpath=body] [data-streamfield-child]:visible")
    button = "[data-streamfield-action=DELETE]"
    blocks.filter(has_text=question).first.locator(button).first.dblclick()


def undo(page, words):
    line = page.locator(".removed-block:visible").filter(has_text=words)
    line.get_by_role("button", name="Annuler la suppression").click()


def stored(interview):
    """Return question and answers of each exchange, and all identities, as they are stored."""
    raw = latest(interview).body.raw_data
    texts = [
        (
            one["value"]["question"],
            [KEY.sub("", it["value"]["text"]) for it in one["value"]["answers"]],
        )
        for one in raw
    ]
    identities = [one["id"] for one in raw]
    identities += [it["id"] for one in raw for it in one["value"]["answers"]]
    return texts, identities


def as_text(interview):
    raw = latest(interview).body.raw_data[:]
    return KEY.sub("", json.dumps(raw, ensure_ascii=False, sort_keys=True).replace(r"\"", "'"))


def test_an_answer_comes_back_by_keyboard_after_it_was_saved_without(editor, interview):
    before = stored(interview)
    seen = autosaves(editor)
    remove(editor, "answers", at=1)
    undo_button = editor.get_by_role("button", name="Annuler la suppression")
    expect(undo_button).to_be_focused()
    expect(undo_button).to_have_accessible_description(
        "Bloc «\u00a0Réponse\u00a0» supprimé\u00a0: Deuxième."
    )
    expect(editor.get_by_role("status").filter(has_text="supprimé")).to_be_attached()
    expect(editor.locator(SAVED).first).to_be_visible(timeout=10_000)
    assert stored(interview)[0][0] == ("Un ?", before[0][0][1][:1])
    editor.keyboard.press("Enter")
    expect(undo_button).to_have_count(0)
    expect(editor.get_by_role("status").filter(has_text="rétabli")).to_be_attached()
    assert editor.evaluate(
        "document.activeElement.closest('[data-contentpath=answers] [data-streamfield-child]')"
        ".textContent.includes('Deuxième.')"
    )
    with editor.expect_response(lambda answer: answer.request in seen, timeout=10_000):
        pass
    assert stored(interview) == before


def test_each_comes_back_at_its_place_whatever_went_around_it(editor, interview):
    before = stored(interview)
    remove(editor, "answers", at=0)
    for question in ("Un ?", "Deux ?", "Trois ?"):
        remove_exchange(editor, question)
    for words in ("Un ?", "Trois ?", "Deux ?", "Premier."):
        undo(editor, words)
    save(editor)
    assert stored(interview) == before


def test_every_kind_of_block_comes_back_with_all_that_it_held(editor, interview):
    field = interview._meta.get_field("body")
    interview.body = field.stream_block.to_python(factories.rich_body(1, factories.interview()))
    interview.save_revision()
    editor.reload()
    save(editor)  # the form adds what is empty
    before = as_text(interview)
    editor.wait_for_timeout(3_000)
    each = "buttons => buttons.reverse().forEach(button => button.click())"
    editor.locator("[data-streamfield-action=DELETE]:visible").evaluate_all(each)
    lines = editor.locator(".removed-block:visible button")
    expect(lines).to_have_count(10)
    lines.evaluate_all(each)
    lines.evaluate_all(each)  # what lay in those that came back
    expect(lines).to_have_count(0)
    save(editor)
    assert as_text(interview) == before
