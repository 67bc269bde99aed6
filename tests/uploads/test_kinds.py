"""Numbers, dates and long texts: asked for so that nothing typed is lost, shown as people write."""

import re

import pytest

from contact.models import FormField, QuoteRequest
from tests import factories
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(site):
    def add(label, field_type):
        page = factories.quote_page()
        FormField.objects.create(
            page=page, locale=page.locale, label=label, field_type=field_type, sort_order=99
        )

    return add


def form_data(name):
    return QuoteRequest.objects.get().form_data[name]


def test_the_browser_cuts_no_text_that_is_too_long(visiteur):
    assert "maxlength" not in visiteur.get("/devis/").content.decode()
    text = "Une page entière. " * 300
    answer = post(visiteur, context=text)
    assert answer.status_code == 422
    assert text.strip() in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1500", "1500"), ("1 500,50", "1500.50"), ("1\u202f500", "1500"), ("1500.5", "1500.5")],
)
def test_a_number_is_taken_as_people_write_it(visiteur, ask, typed, number):
    ask("Budget", "number")
    assert post(visiteur, budget=typed).status_code == 302
    assert form_data("budget") == number


def test_what_is_no_number_is_sent_and_refused_and_still_there(visiteur, ask):
    ask("Budget", "number")
    html = post(visiteur, budget="environ 2000").content.decode()
    [control] = re.findall(r'<input[^>]*name="budget"[^>]*>', html)
    assert 'value="environ 2000"' in control
    assert 'type="text"' in control  # of a number the browser sends nothing that is none
    assert 'inputmode="decimal"' in control
    assert 'id="id_budget_error"' in html


def test_the_browser_offers_a_calendar_and_people_read_dates_in_words(visiteur, commercial, ask):
    ask("Début", "date")
    ask("Rendez-vous", "datetime")
    html = visiteur.get("/devis/").content.decode()
    assert re.search(r'<input type="date" name="debut"', html)
    assert re.search(r'<input type="datetime-local" name="rendez_vous"', html)
    assert post(visiteur, debut="2026-12-24", rendez_vous="2026-12-24T14:30").status_code == 302
    stored = QuoteRequest.objects.get()
    page = commercial.get(f"/cms/quote_requests/edit/{stored.pk}/").content.decode()
    assert "24 décembre 2026</dd>" in page
    assert "24 décembre 2026 14:30</dd>" in page


def test_a_date_can_be_typed_where_there_is_no_calendar(visiteur, ask):
    ask("Début", "date")
    assert post(visiteur, debut="24/12/2026").status_code == 302
    assert form_data("debut") == "2026-12-24"
