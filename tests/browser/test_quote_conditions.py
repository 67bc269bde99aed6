"""Questions that depend on another come and go while the visitor answers."""

import pytest
from playwright.sync_api import expect

from contact.models import FormField, QuoteRequest
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_question_appears_with_the_answer_that_it_depends_on(open_browser):
    page = factories.quote_page()
    own = {"page": page, "locale": page.locale}
    FormField.objects.create(
        **own, label="Projet", field_type="radio", choices="Vitrine\nBoutique", sort_order=98
    )
    FormField.objects.create(
        **own,
        label="Paiement",
        field_type="singleline",
        shown_if="projet",
        shown_if_answer="Boutique",
        sort_order=99,
    )
    visitor = open_browser()
    visitor.goto("/devis/")
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
