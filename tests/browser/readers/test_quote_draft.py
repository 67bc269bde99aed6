"""What a visitor typed outlives an outage: the form has it again until it has arrived."""

import pytest
from playwright.sync_api import expect

from contact.models import QuoteRequest
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def is_away(route):
    if route.request.method == "POST":
        route.fulfill(status=503, content_type="text/html", body="<!doctype html><p>503")
    else:
        route.continue_()


def fill_in(visitor):
    for name, value in factories.REQUEST.items():
        visitor.fill(f"[name={name}]", value)
    visitor.locator("main form button").click()


def test_what_could_not_be_sent_is_in_the_form_again_and_forgotten_when_it_arrived(open_browser):
    visitor = open_browser()
    visitor.route("**/devis/", is_away)
    visitor.goto("/devis/")
    fill_in(visitor)
    expect(visitor.locator("p")).to_have_text("503")
    visitor.unroute("**/devis/")
    visitor.goto("/devis/")
    for name, value in factories.REQUEST.items():
        expect(visitor.locator(f"[name={name}]")).to_have_value(value)
    visitor.locator("main form button").click()
    visitor.wait_for_url("**/devis/merci/*/")
    assert QuoteRequest.objects.get().name == factories.REQUEST["name"]
    visitor.goto("/devis/")
    expect(visitor.locator("[name=name]")).to_have_value("")


def test_errors_are_shown_with_what_was_sent_last(open_browser):
    visitor = open_browser()
    visitor.goto("/devis/")
    visitor.fill("[name=name]", "Solange")
    visitor.locator("main form button").click()
    expect(visitor.locator(".error-summary")).to_be_visible()
    expect(visitor.locator("[name=name]")).to_have_value("Solange")


def test_another_tab_knows_nothing_of_it(open_browser):
    visitor = open_browser()
    visitor.route("**/devis/", is_away)
    visitor.goto("/devis/")
    fill_in(visitor)
    expect(visitor.locator("p")).to_have_text("503")
    other = visitor.context.new_page()
    other.goto("/devis/")
    expect(other.locator("[name=name]")).to_have_value("")
