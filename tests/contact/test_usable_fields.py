"""A form that nobody can send, or that loses an answer, is refused at the field."""

import pytest

from contact.models import FormField, QuoteRequest
from editing.checklist.findings import NotReady
from tests import factories
from tests.conftest import account, signed_in
from tests.contact.test_conditions import add, draft, saved
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}
USELESS = [
    ({"label": "Projet", "field_type": "dropdown"}, "choices", "donnez-en au moins un"),
    ({"label": "Projet", "field_type": "radio", "choices": " , ,"}, "choices", "au moins un"),
    ({"label": "Projet", "field_type": "checkboxes", "choices": "\n\n"}, "choices", "au moins un"),
    ({"label": "Projet", "field_type": "multiselect"}, "choices", "au moins un"),
    ({"label": "☎ 📎"}, "label", "en lettres"),
    ({"label": "…"}, "label", "en lettres"),
    ({"label": "œ" * 200}, "label", "en lettres"),
    ({"label": "Postes", "field_type": "number", "default_value": "environ dix"}, None, "nombre"),
    ({"label": "Jour", "field_type": "date", "default_value": "demain"}, None, "date valide"),
    ({"label": "Site", "field_type": "url", "default_value": "chez nous"}, None, "URL valide"),
    ({"label": "Adresse", "field_type": "email", "default_value": "moi"}, None, "valide"),
    ({"label": "Nom", "default_value": "a" * 300}, None, "255"),
    (
        {"label": "Projet", "field_type": "radio", "choices": "A\nB", "default_value": "C"},
        None,
        "choix",
    ),
    (
        {"label": "Projet", "field_type": "checkboxes", "choices": "A\nB", "default_value": "A,C"},
        None,
        "choix",
    ),
    ({"label": "Campagne", "field_type": "hidden"}, None, "donnez une valeur"),
]


def errors(response, name):
    return " ".join(response.context["form"].formsets["form_fields"].forms[-1].errors[name])


@pytest.mark.parametrize(("row", "at", "sentence"), USELESS)
def test_what_visitors_could_not_answer_is_refused_at_the_field(cheffe, site, row, at, sentence):
    answer = saved(cheffe, dict(row), **PUBLISH)
    assert answer.status_code == 200
    assert sentence in errors(answer, at or "default_value").replace("\xa0", " ")


@pytest.mark.parametrize(("row", "at", "sentence"), USELESS[:1] + USELESS[4:5] + USELESS[7:8])
def test_it_waits_in_a_draft_and_is_published_on_no_road(cheffe, site, row, at, sentence):
    assert saved(cheffe, dict(row)).status_code == 302
    assert row["label"] in draft()
    page = factories.quote_page()
    with pytest.raises(NotReady) as refused:
        page.get_latest_revision().publish()
    assert row["label"] in str(refused.value)
    assert not FormField.objects.filter(page=page, label=row["label"]).exists()


@pytest.mark.parametrize(
    "row",
    [
        {"label": "Postes", "field_type": "number", "default_value": "1 500,5"},
        {"label": "Jour", "field_type": "date", "default_value": "2026-12-01"},
        {"label": "B", "field_type": "checkboxes", "choices": "A\nB\n", "default_value": "A,B"},
        {"label": "B", "field_type": "multiselect", "choices": "A\nB", "default_value": "A"},
        {"label": "Accord", "field_type": "checkbox"},
        {"label": "Plan", "field_type": "attachments"},
        {"label": "Campagne", "field_type": "hidden", "default_value": "été"},
        {"label": "Conditions"},
        {"label": "Page"},
        {"label": "Prefix"},
    ],
)
def test_what_visitors_can_answer_is_published(cheffe, site, row):
    assert saved(cheffe, dict(row), **PUBLISH).status_code == 302
    assert FormField.objects.filter(label=row["label"]).exists()


def test_a_question_called_conditions_is_asked_and_kept(visiteur, site):
    add("Conditions", required=False)
    add("Pourquoi", shown_if="conditions", required=False)
    assert post(visiteur, conditions="Trente jours", pourquoi="Usage").status_code == 302
    kept = {answer["label"]: answer["value"] for answer in QuoteRequest.objects.get().answers}
    assert (kept["Conditions"], kept["Pourquoi"]) == ("Trente jours", "Usage")


def test_an_empty_line_among_the_choices_is_no_choice(visiteur, site):
    add("Projet", "radio", choices="Site\n\nBoutique\nSite")
    assert visiteur.get("/devis/").content.decode().count('name="projet"') == 2


@pytest.fixture
def administrator(site):
    return signed_in(account("administratrice", None))


def test_recipients_are_kept_without_what_copying_brings_along_unseen(administrator):
    pasted = (
        "\ufeffdevis@cyberworkers.example\u200b , \u00a0second\u00ad@cyberworkers.example\u2060"
    )
    assert saved(administrator, {"label": "Budget"}, to_address=pasted).status_code == 302
    page = factories.quote_page().get_latest_revision_as_object()
    assert page.to_address == "devis@cyberworkers.example, second@cyberworkers.example"


def test_a_recipient_that_is_none_is_still_named(administrator):
    answer = saved(administrator, {"label": "Budget"}, to_address="\u200bpersonne, a@b.example")
    assert "«\xa0personne\xa0»" in answer.content.decode()
