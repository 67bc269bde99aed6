"""From the writer's first word to the request in the CMS, in a real browser."""

import pytest
from playwright.sync_api import expect
from post_office.models import STATUS, Email

from contact.models import QuotePage, QuoteRequest
from editing.management.commands.run_worker import send_mail
from home.setup import roles
from tests import factories
from tests.browser.cms import add_exchange, choose_action, sign_in
from tests.conftest import account

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def fill_request(page):
    for name, value in factories.REQUEST.items():
        page.fill(f"[name={name}]", value)


def test_a_writer_writes_the_chief_publishes_a_visitor_reads_and_asks(open_browser):
    account("redactrice", roles.WRITER)
    account("cheffe", roles.CHIEF)
    account("commercial", roles.SALES)

    writer = open_browser()
    sign_in(writer, "redactrice")
    writer.goto(f"/cms/pages/add/articles/interviewpage/{factories.index().pk}/")
    writer.fill("[name=title]", "La fibre et le facteur")
    writer.fill("[name=standfirst]", "Un facteur raconte le jour où la fibre est arrivée.")
    add_exchange(writer, "Qui a reçu la fibre en premier ?", "La boulangerie, à cinq heures.")
    choose_action(writer, "[name=action-submit]")
    expect(writer.get_by_text("vient d’être soumis à relecture")).to_be_visible()
    address = "/entretiens/la-fibre-et-le-facteur/"
    assert writer.goto(address).status == 404

    chief = open_browser()
    sign_in(chief, "cheffe")
    interview = factories.index().get_children().get(slug="la-fibre-et-le-facteur")
    chief.goto(f"/cms/pages/{interview.pk}/edit/")
    choose_action(chief, "[name=action-publish]")
    question = chief.get_by_role("dialog")
    expect(question).to_contain_text("Ce texte est en relecture")
    question.get_by_role("button", name="Publier sans attendre la relecture").click()
    expect(chief.get_by_text("a été publiée")).to_be_visible()

    visitor = open_browser(java_script_enabled=False, viewport={"width": 360, "height": 740})
    visitor.goto("/entretiens/")
    visitor.get_by_role("link", name="La fibre et le facteur").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("La fibre et le facteur")
    expect(visitor.get_by_text("La boulangerie, à cinq heures.")).to_be_visible()
    visitor.goto("/devis/")
    fill_request(visitor)
    visitor.locator("main form button").click()
    visitor.wait_for_url("**/devis/merci/*/")
    visitor.reload()
    stored = QuoteRequest.objects.get()
    expect(visitor.get_by_text(stored.reference)).to_be_visible()

    sales = open_browser()
    sign_in(sales, "commercial")
    sales.get_by_role("link", name="Demandes de devis").first.click()
    sales.get_by_role("link", name="Solange Prévert").click()
    expect(sales.get_by_text("Nous fabriquons des escaliers.")).to_be_visible()


def test_two_clicks_on_the_button_are_one_request(open_browser):
    visitor = open_browser()
    visitor.goto("/devis/")
    fill_request(visitor)
    visitor.locator("main form button").dblclick()
    visitor.wait_for_url("**/devis/merci/*/")
    visitor.reload()
    visitor.go_back()
    visitor.go_forward()
    assert QuoteRequest.objects.count() == 1


def test_a_mail_server_that_is_down_does_not_concern_the_visitor(open_browser, settings):
    settings.POST_OFFICE = settings.POST_OFFICE | {
        "BACKENDS": {"default": "tests.doubles.no_mail.Backend"}
    }
    QuotePage.objects.update(to_address="devis@cyberworkers.example")
    visitor = open_browser()
    visitor.goto("/devis/")
    fill_request(visitor)
    visitor.locator("main form button").click()
    visitor.wait_for_url("**/devis/merci/*/")
    send_mail()
    assert QuoteRequest.objects.count() == 1
    assert set(Email.objects.values_list("status", flat=True)) == {STATUS.requeued}


def test_an_error_takes_the_visitor_to_the_field(open_browser):
    visitor = open_browser()
    visitor.goto("/devis/")
    fill_request(visitor)
    visitor.fill("[name=email]", "solange@nulle")
    visitor.locator("main form button").click()
    summary = visitor.get_by_role("alert")
    expect(summary).to_be_visible()
    summary.get_by_role("link").first.click()
    expect(visitor.locator("[name=email]")).to_be_focused()
    expect(visitor.locator("[name=context]")).to_have_value(factories.REQUEST["context"])
