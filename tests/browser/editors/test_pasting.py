"""From the home of the CMS to an interview submitted for review, counting what the writer does."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import InterviewPage, Transcript
from home.setup import roles
from tests.browser.cms import sign_in, violations
from tests.conftest import account
from tests.transcript.pasting import SEED, TITLE

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


class Counted:
    """Does with a page what one does with a hand, and counts it."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def click(self, target):
        self.actions += 1
        target.click()

    def paste(self):
        self.actions += 1
        self.page.keyboard.press("Control+V")


def copy(page, text, html=""):
    """Put ``text`` on the clipboard, with ``html`` beside it if there is any."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """([text, html]) => navigator.clipboard.write([new ClipboardItem({
            "text/plain": new Blob([text], { type: "text/plain" }),
            ...(html && { "text/html": new Blob([html], { type: "text/html" }) }),
        })])""",
        [text, html],
    )


def test_the_owners_page_is_submitted_in_at_most_eight_actions(sign_in_as):
    page = sign_in_as("redactrice", roles.WRITER)
    errors = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    copy(page, SEED)
    hand = Counted(page)
    hand.click(page.get_by_role("link", name="Coller un entretien", exact=True))
    expect(page.get_by_label("Collez l’entretien ici")).to_be_focused()
    assert violations(page) == []
    hand.paste()
    hand.click(page.get_by_role("button", name="Reconnaître"))
    expect(page.get_by_text("5 questions")).to_be_visible()
    expect(page.get_by_role("combobox", name="JM Billaut")).to_be_visible()
    assert violations(page) == []
    hand.click(page.get_by_label("Description pour les moteurs de recherche"))
    page.keyboard.type("La fibre et le télétravail, selon JM Billaut.")
    hand.click(page.get_by_role("button", name="Faire le brouillon").first)
    expect(page.get_by_text("Rien n’est publié.")).to_be_visible()
    hand.click(page.locator("footer [name=action-submit]").first)
    expect(page.get_by_text("vient d’être soumis à relecture")).to_be_visible()
    assert hand.actions <= 8
    draft = InterviewPage.objects.get(title=TITLE)
    assert draft.current_workflow_state
    assert not draft.live
    assert errors == []


TALK = "Le pont\n\nQ : Qui ?\n\nR : Nous deux. Et la mer ?\n\nElle monte.\n\nFin"


def test_a_line_gets_its_role_by_one_key_and_is_cut_joined_and_put_back(sign_in_as):
    page = sign_in_as("redactrice", roles.WRITER)
    page.get_by_role("link", name="Coller un entretien", exact=True).click()
    page.get_by_label("Collez l’entretien ici").fill(TALK)
    page.get_by_role("button", name="Reconnaître").click()
    line = page.locator("#line-4")
    line.locator("[data-text]").click()
    page.keyboard.press("x")
    expect(line).to_have_class(re.compile("--out"))
    expect(page.get_by_text("1 ligne laissée de côté")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Backspace")
    expect(page.locator("#line-2")).to_contain_text("Et la mer ? Elle monte.")
    page.keyboard.press("u")
    expect(page.locator("#line-3")).to_contain_text("Elle monte.")
    select(page, "#line-2 [data-text]", "Nous deux. ")
    page.keyboard.press("Enter")
    expect(page.locator("#line-3")).to_contain_text("Et la mer ?")
    page.keyboard.press("q")
    expect(page.get_by_text("2 questions")).to_be_visible()
    page.reload()
    expect(page.locator("#line-3")).to_have_class(re.compile("--question"))
    page.set_viewport_size(PHONE)
    fields = page.locator(".transcript :is(input[type=text], textarea, select, button):visible")
    right = fields.evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
    assert max(right) <= PHONE["width"]


def select(page, text, before):
    """Put the caret into ``text`` behind ``before``, as a click there does."""
    page.locator(text).evaluate(
        """(element, at) => {
            element.closest("li").focus();
            getSelection().collapse(element.firstChild, at);
        }""",
        len(before),
    )


def test_without_a_script_the_same_is_done_with_buttons(open_browser):
    account("redactrice", roles.WRITER)
    page = open_browser(java_script_enabled=False, viewport=DESK)
    sign_in(page, "redactrice")
    page.get_by_role("link", name="Coller un entretien", exact=True).click()
    page.get_by_label("Collez l’entretien ici").fill(TALK)
    page.get_by_role("button", name="Reconnaître").click()
    page.locator("#line-4").get_by_label("Laissé de côté").check()
    page.locator("#line-2").get_by_role("button", name="Couper").click()
    page.get_by_role("button", name="Couper avant « Et la mer ? »").click()
    page.locator("#line-3").get_by_label("Question").check()
    page.get_by_role("button", name="Garder ce découpage").click()
    expect(page.get_by_text("2 questions")).to_be_visible()
    expect(page.get_by_text("1 ligne laissée de côté")).to_be_visible()
    page.get_by_role("button", name="Reprendre le dernier changement").click()
    expect(page.get_by_text("1 question")).to_be_visible()


def test_the_formatting_on_the_clipboard_is_kept(sign_in_as):
    page = sign_in_as("redactrice", roles.WRITER)
    copy(page, "Qui\nNous", "<h1>Titre</h1><p><b>Qui ?</b></p><p><i>Nous</i> deux.</p>")
    page.get_by_role("link", name="Coller un entretien", exact=True).click()
    page.wait_for_load_state()
    page.keyboard.press("Control+V")
    expect(page.get_by_text("La mise en forme est gardée")).to_be_visible()
    page.get_by_role("button", name="Reconnaître").click()
    expect(page.locator("#line-2 i")).to_have_text("Nous")
    assert Transcript.objects.get().kind == "html"


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(sign_in_as, tmp_path):
    page = sign_in_as("redactrice", roles.WRITER)
    page.get_by_role("link", name="Coller un entretien", exact=True).click()
    large = tmp_path / "entretien.docx"
    large.write_bytes(b"a" * 21_000_000)
    page.locator("input[name=file]").set_input_files(large)
    page.get_by_role("button", name="Reconnaître").click()
    expect(page.get_by_role("alert")).to_contain_text("20 Mo")
    assert not Transcript.objects.exists()
