"""Who handles requests answers one in the browser, by a template, with one click too many."""

import pytest
from playwright.sync_api import expect
from post_office.models import STATUS, Email

from contact.models import RequestMail
from home.setup import roles
from tests.browser.cms import sign_in
from tests.conftest import account
from tests.steps.answering import KINDS, mailed, page_of, stored

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PHONE = {"width": 360, "height": 740}


def test_an_answer_from_a_template_is_sent_once_and_its_state_shown(open_browser):
    account("commercial", roles.SALES)
    quote_request = stored()
    failed = mailed(
        quote_request,
        STATUS.failed,
        kind=KINDS.NOTIFICATION,
        error=("SMTPRecipientsRefused", "550 5.1.1 No such user"),
    )
    sales = open_browser(viewport=PHONE)
    sign_in(sales, "commercial")
    sales.get_by_role("alert").get_by_role("link", name="Solange Prévert").click()
    expect(sales.get_by_text("550 5.1.1 No such user")).to_be_visible()
    sales.get_by_label("Partir d’un modèle").select_option("Première estimation")
    sales.get_by_role("button", name="Insérer le modèle").click()
    text = sales.get_by_label("Texte")
    assert text.input_value().startswith("Bonjour Solange Prévert,")
    assert sales.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    text.fill(text.input_value().replace("…", "2 000"))
    sales.get_by_role("button", name="Envoyer la réponse").dblclick()
    sales.wait_for_url(f"**{page_of(quote_request)}")
    expect(sales.get_by_text("est en route").first).to_be_visible()
    assert RequestMail.objects.filter(kind=KINDS.REPLY).count() == 1
    assert sales.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    sales.get_by_role("button", name="Envoyer de nouveau").first.click()
    expect(sales.get_by_text("de nouveau en route")).to_be_visible()
    assert Email.objects.get(pk=failed.email_id).status == STATUS.queued


def test_a_typed_answer_is_not_lost_by_leaving_the_page(open_browser):
    account("commercial", roles.SALES)
    quote_request = stored()
    sales = open_browser()
    sign_in(sales, "commercial")
    sales.goto(page_of(quote_request))
    sales.wait_for_timeout(3_000)  # until Wagtail knows the form as it was
    sales.get_by_label("Texte").click()  # a browser asks only who has touched the page
    sales.keyboard.type("Une longue réponse.")
    warned = []
    sales.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.dismiss()))
    sales.wait_for_timeout(2_000)
    sales.evaluate("location.assign('/cms/')")
    sales.wait_for_timeout(1_000)
    assert warned == ["beforeunload"]
    expect(sales.get_by_label("Texte")).to_have_value("Une longue réponse.")


def test_the_key_enter_in_the_subject_neither_sends_it_nor_puts_a_template_in(open_browser):
    account("commercial", roles.SALES)
    quote_request = stored()
    sales = open_browser()
    sign_in(sales, "commercial")
    sales.goto(page_of(quote_request))
    subject = sales.get_by_label("Objet")
    subject.fill("Un objet à moi")
    subject.press("Enter")
    sales.wait_for_timeout(1_000)
    assert sales.url.endswith(page_of(quote_request))
    expect(subject).to_have_value("Un objet à moi")
    assert not RequestMail.objects.filter(kind=KINDS.REPLY).exists()
