"""Questions that depend on another come and go while the visitor answers."""

import pytest
from playwright.sync_api import expect

from contact.models import FormField, QuoteRequest
from tests import factories
from tests.contact import files

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def add(label, field_type="singleline", **values):
    page = factories.quote_page()
    FormField.objects.create(
        page=page,
        locale=page.locale,
        label=label,
        field_type=field_type,
        sort_order=page.form_fields.count() + 1,
        **values,
    )


def form_of(open_browser, **options):
    visitor = open_browser(**options)
    visitor.goto("/devis/")
    return visitor


def test_a_question_appears_with_the_answer_that_it_depends_on(open_browser):
    add("Projet", "radio", choices="Vitrine\nBoutique")
    add("Paiement", shown_if="projet", shown_if_answer="Boutique")
    visitor = form_of(open_browser)
    payment = visitor.locator("[name=paiement]")
    expect(payment).to_be_hidden()
    visitor.get_by_label("Boutique").check()
    expect(payment).to_be_visible()
    payment.fill("Carte")
    visitor.get_by_label("Vitrine").check()
    expect(payment).to_be_hidden()
    for name, value in factories.REQUEST.items():
        visitor.fill(f"[name={name}]", value)
    visitor.locator("main form button").click()
    visitor.wait_for_url("**/devis/merci/*/")
    assert "paiement" not in QuoteRequest.objects.get().form_data


def test_files_blanks_and_hidden_answers_count_as_they_do_on_the_server(open_browser):
    add("Version", "hidden", default_value="2")
    add("Commentaire", required=False)
    add("Secret", "hidden", shown_if="commentaire", required=False)
    add("Suite", shown_if="commentaire")
    add("Confidentiel", shown_if="attachments")
    add("Nouveau", shown_if="version")
    visitor = form_of(open_browser)
    comment, files_given = visitor.locator("[name=suite]"), visitor.locator("[name=confidentiel]")
    expect(visitor.locator("[name=nouveau]")).to_be_visible()
    expect(comment).to_be_hidden()
    expect(files_given).to_be_hidden()
    visitor.fill("[name=commentaire]", "   ")
    expect(comment).to_be_hidden()
    visitor.fill("[name=commentaire]", " oui ")
    expect(comment).to_be_visible()
    pdf = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": files.PDF}
    visitor.set_input_files("[name=attachments]", [pdf])
    expect(files_given).to_be_visible()
    visitor.locator("main form button").click()
    expect(visitor.locator("bdi")).to_have_text("plan.pdf")
    expect(files_given).to_be_visible()
    visitor.locator("[name=attachments-remove]").check()
    expect(files_given).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
def test_what_was_typed_is_still_there_after_a_look_at_another_page(open_browser, script):
    add("Projet", "radio", choices="Vitrine\nBoutique")
    add("Paiement", shown_if="projet", shown_if_answer="Boutique")
    visitor = form_of(open_browser, java_script_enabled=script)
    visitor.fill("[name=context]", "Deux minutes de texte.")
    visitor.get_by_label("Boutique").check()
    visitor.fill("[name=paiement]", "Carte")
    visitor.goto("/confidentialite/")
    visitor.go_back()
    expect(visitor.locator("[name=context]")).to_have_value("Deux minutes de texte.")
    expect(visitor.locator("[name=paiement]")).to_have_value("Carte")
    expect(visitor.locator("[name=paiement]")).to_be_visible()
