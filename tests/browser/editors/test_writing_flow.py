"""Questions and answers are written without leaving the keyboard, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from home.setup import roles
from tests import factories
from tests.browser.editors.test_autosave import save
from tests.browser.editors.test_removed_block import stored
from tests.steps.editing import draft

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ADD = "Insérer un bloc"
ANOTHER = "[data-contentpath=answers] [data-streamfield-list-add]:visible"
SPEAKER = "[data-contentpath=answers] [data-contentpath=speaker]"


@pytest.fixture
def editor(sign_in_as):
    page = sign_in_as("agathe", roles.CHIEF)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def opened(editor, text):
    editor.goto(f"/cms/pages/{text.pk}/edit/")
    editor.wait_for_timeout(1_000)


def exchange(page, question, answer):
    """Write an exchange where the cursor is: its question, one key, its answer."""
    expect(page.locator("[name$='-value-question']:focus")).to_have_value("")
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    expect(page.locator("[data-contentpath=answers] [contenteditable=true]:focus")).to_be_visible()
    page.keyboard.type(answer)


def test_an_exchange_takes_two_keys_beside_what_is_typed(editor):
    text = draft(body=[])
    opened(editor, text)
    editor.get_by_role("button", name=ADD).first.click()
    editor.get_by_role("option", name="Question et réponse").click()
    for number in ("Un", "Deux", "Trois"):
        exchange(editor, f"{number} ?", f"{number} !")
        editor.keyboard.press("Control+Enter")
    editor.keyboard.type("Quatre ?")
    save(editor)
    texts, _identities = stored(text)
    assert [question for question, _answers in texts] == ["Un ?", "Deux ?", "Trois ?", "Quatre ?"]
    assert [re.sub("<[^>]*>", "", answers[0]) for _question, answers in texts[:3]] == [
        "Un !",
        "Deux !",
        "Trois !",
    ]


def test_who_types_on_and_saves_at_once_has_it_all_in_the_answer(editor):
    text = draft(body=[factories.exchange("Un ?", [""])])
    opened(editor, text)
    editor.locator("[name$='-value-question']").click()
    editor.keyboard.press("Enter")
    editor.keyboard.type("Les habitants, un dimanche.")
    editor.keyboard.press("Control+s")  # sooner than Wagtail notes the text for its form
    expect(editor.locator(".messages")).to_contain_text("a été mise à jour", timeout=20_000)
    ((question, (answer,)),) = stored(text)[0]
    assert (question, re.sub("<[^>]*>", "", answer)) == ("Un ?", "Les habitants, un dimanche.")


def test_the_next_question_that_is_empty_is_used_and_a_text_after_it_stays_in_its_place(editor):
    text = draft(body=[factories.exchange("Un ?"), factories.exchange("Trois ?")])
    opened(editor, text)
    answer = editor.locator("[data-contentpath=answers] [contenteditable=true]").first
    answer.click()
    for _twice in range(2):
        editor.keyboard.press("Control+Enter")
        expect(editor.locator("[name$='-value-question']:focus")).to_have_value("")
        answer.click()
    editor.keyboard.press("Control+Enter")
    editor.keyboard.type("Deux ?")
    save(editor)
    texts, _identities = stored(text)
    assert [question for question, _answers in texts] == ["Un ?", "Deux ?", "Trois ?"]


def test_what_one_writes_comes_first_and_each_button_says_what_it_adds(editor):
    text = draft(body=[factories.exchange("Un ?")])
    opened(editor, text)
    body = editor.locator("[data-contentpath=body]").bounding_box()
    date = editor.locator("[data-contentpath=date]").bounding_box()
    assert body["y"] < date["y"]
    expect(editor.locator(ANOTHER)).to_have_count(1)
    editor.get_by_role("button", name="Autre réponse à cette question").press("Enter")
    expect(editor.locator("[data-contentpath=answers] [contenteditable=true]")).to_have_count(2)
    expect(editor.locator(ANOTHER)).to_have_count(1)


def test_the_speaker_is_asked_for_where_several_may_answer(editor):
    text = draft(body=[factories.exchange("Un ?")])
    opened(editor, text)
    expect(editor.locator(SPEAKER)).to_be_hidden()
    said = factories.person("Solange Prévert", "solange-prevert")
    one = factories.exchange("Un ?", speaker=said.pk)
    opened(editor, draft(slug="autre", body=[one, factories.exchange("Deux ?")]))
    expect(editor.locator(SPEAKER).first).to_be_visible()
    expect(editor.locator(SPEAKER).last).to_be_hidden()
    two = draft(slug="deux", body=[factories.exchange("Un ?")])
    two.interviewee_links.create(person=said, sort_order=2)
    two.save_revision()
    opened(editor, two)
    expect(editor.locator(SPEAKER)).to_be_visible()
