"""What stands in a cell of the CSV and XLSX is what was written, whatever it looks like."""

import pytest

from contact.models import FormField, QuoteRequest
from tests import factories
from tests.inbox.test_export import csv_of, xlsx_of
from tests.steps import stored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_a_formula(commercial, site, start):
    text = start + "HYPERLINK(1)"
    stored.quote_request(
        name=text, company=text, answers=[stored.answer("activity", "a", text)], page_title=text
    )
    [row] = csv_of(commercial)
    for name in ("Nom", "Entreprise", "Formulaire", "L'activité de votre entreprise"):
        assert row[name] == "'" + text
    [cells] = xlsx_of(commercial)
    for name in ("Nom", "Entreprise"):
        assert cells[name].data_type == "s"
        assert cells[name].value.replace("_x000D_", "\r").strip() == text.strip()


@pytest.mark.parametrize(
    "text",
    ["0612345678", "06 12 34 56 78", "06.12.34.56.78", "007", "12345678901234", "03/04", "3-4"]
    + ["1.2", "12,5", "10:30", "12E5", "3 mars", "mars 2027", "1 déc. 2026", "Mar 3", "12 345"]
    + ["2026-12-01", "(12)", "10 am"],
)
def test_what_excel_would_take_for_a_number_or_a_date_stays_as_it_was_written(
    commercial, site, text
):
    stored.quote_request(name=text, answers=[stored.answer("activity", "a", text)])
    [row] = csv_of(commercial)
    assert row["Nom"] == row["L'activité de votre entreprise"] == "'" + text
    assert xlsx_of(commercial)[0]["Nom"].value == text


@pytest.mark.parametrize("text", ["0", "12", "75011", "Mars", "le 3 mars", "3 escaliers", "12 rue"])
def test_what_stays_by_itself_gets_no_sign(commercial, site, text):
    stored.quote_request(answers=[stored.answer("activity", "a", text)])
    assert csv_of(commercial)[0]["L'activité de votre entreprise"] == text


def test_answers_to_a_question_that_is_asked_in_another_language_only_keep_their_own_label(
    commercial, site
):
    for language in ("fr", "en"):
        page = factories.quote_page(language)
        label = {"fr": "Votre budget", "en": "Your budget"}[language]
        FormField.objects.create(
            page=page, label=label, clean_name="budget", field_type="singleline", locale=page.locale
        )
    made = stored.quote_request(answers=[stored.answer("budget", "Votre budget", "Gros")])
    assert csv_of(commercial)[0]["Votre budget"] == "Gros"
    FormField.objects.filter(page=factories.quote_page(), clean_name="budget").delete()
    [row] = csv_of(commercial)
    assert row["Your budget"] == ""
    assert row["Autres réponses"] == "Votre budget: Gros"
    QuoteRequest.objects.filter(pk=made.pk).update(language="en")
    assert csv_of(commercial)[0]["Your budget"] == "Gros"
