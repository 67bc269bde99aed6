"""A question can depend on the answer to another, with and without JavaScript."""

import re

import pytest
from wagtail.test.utils.form_data import nested_form_data

from contact.models import Attachment, FormField, QuoteRequest
from tests import factories
from tests.contact import files
from tests.steps.quote_form import post, token_in

pytestmark = pytest.mark.django_db


def add(label, field_type="singleline", **values):
    page = factories.quote_page()
    return FormField.objects.create(
        page=page,
        locale=page.locale,
        label=label,
        field_type=field_type,
        sort_order=page.form_fields.count() + 1,
        **values,
    )


@pytest.fixture
def dependent(site):
    add("Projet", "radio", choices="Site vitrine\nBoutique")
    return add("Paiement", shown_if="projet", shown_if_answer="Boutique")


def kept():
    return {answer["name"]: answer["value"] for answer in QuoteRequest.objects.get().answers}


def test_the_condition_is_said_for_whom_javascript_does_not_hide_the_question(visiteur, dependent):
    html = visiteur.get("/devis/").content.decode()
    assert "Si vous avez répondu «\u00a0Boutique\u00a0» à «\u00a0Projet\u00a0»." in html
    assert 'data-shown-if="projet"' in html
    assert "contact/conditions.js" in html


def test_a_question_that_is_asked_is_required(visiteur, dependent):
    answer = post(visiteur, projet="Boutique")
    assert answer.status_code == 422
    assert 'id="id_paiement_error"' in answer.content.decode()
    assert post(visiteur, projet="Boutique", paiement="Carte").status_code == 302
    assert kept()["paiement"] == "Carte"


def test_a_question_that_is_not_asked_is_neither_required_nor_kept(visiteur, dependent):
    assert post(visiteur, projet="Site vitrine", paiement="Carte").status_code == 302
    assert "paiement" not in kept()
    assert "paiement" not in QuoteRequest.objects.get().form_data


def test_a_wrong_answer_to_a_question_that_is_not_asked_does_not_stop_the_form(visiteur, dependent):
    FormField.objects.filter(pk=dependent.pk).update(field_type="number")
    assert post(visiteur, projet="Site vitrine", paiement="beaucoup").status_code == 302


def test_a_question_that_depends_on_one_that_is_not_asked_is_not_asked(visiteur, dependent):
    add("Banque", shown_if="paiement")
    assert post(visiteur, projet="Site vitrine", paiement="Carte").status_code == 302
    assert "banque" not in kept()
    QuoteRequest.objects.all().delete()
    assert post(visiteur, projet="Boutique", paiement="Carte").status_code == 422


@pytest.mark.parametrize(("ticked", "status"), [({"urgent": "on"}, 422), ({}, 302)])
def test_any_answer_is_enough_where_none_is_named(visiteur, site, ticked, status):
    add("Urgent", "checkbox", required=False)
    add("Pourquoi", shown_if="urgent")
    assert post(visiteur, **ticked).status_code == status


@pytest.mark.parametrize(("employees", "status"), [("0", 422), ("", 302)])
def test_nought_is_an_answer(visiteur, site, employees, status):
    add("Postes", "number", required=False)
    add("Lieu", shown_if="postes")
    assert post(visiteur, postes=employees).status_code == status


def test_files_for_a_question_that_is_not_asked_are_not_kept(visiteur, dependent):
    add("Plan", "attachments", shown_if="paiement")
    values = {"projet": "Boutique", "paiement": "Carte"}
    answer = post(visiteur, **values, email="x", plan=files.uploads("devis.pdf"))
    values |= {"form-token": token_in(answer), "plan-kept": Attachment.objects.get().pk}
    answer = visiteur.post("/devis/", factories.REQUEST | values | {"projet": "Site vitrine"})
    assert answer.status_code == 302
    assert not Attachment.objects.exists()
    assert "plan" not in kept()


def test_files_wait_while_the_other_answer_may_still_change(visiteur, dependent):
    add("Plan", "attachments", shown_if="paiement")
    values = {"projet": "Site vitrine", "paiement": "Carte", "email": "x"}
    answer = post(visiteur, **values, plan=files.uploads("devis.pdf"))
    values |= {"form-token": token_in(answer), "plan-kept": Attachment.objects.get().pk}
    values |= {"projet": "Boutique", "email": factories.REQUEST["email"]}
    assert visiteur.post("/devis/", factories.REQUEST | values).status_code == 302
    assert kept()["plan"] == ["devis.pdf"]
    assert Attachment.objects.get().quote_request == QuoteRequest.objects.get()


def test_one_of_several_choices_is_enough(visiteur, site):
    add("Besoins", "checkboxes", choices="Site\nLogo")
    add("Couleurs", shown_if="besoins", shown_if_answer="Logo")
    assert post(visiteur, besoins=["Site", "Logo"]).status_code == 422
    assert post(visiteur, besoins=["Site"]).status_code == 302


@pytest.mark.parametrize(
    "broken", [{"shown_if": "disparu"}, {"shown_if_answer": "Un choix renommé"}]
)
def test_a_condition_that_can_never_hold_hides_nothing(visiteur, dependent, broken):
    FormField.objects.filter(pk=dependent.pk).update(**broken)
    assert post(visiteur, projet="Site vitrine").status_code == 422
    assert post(visiteur, projet="Site vitrine", paiement="Carte").status_code == 302


# In the editor.


def saved(client, *rows, **changes):
    """Save a draft of the quote page with these form fields; return the answer."""
    page = factories.quote_page()
    existing = {field.label: field for field in page.form_fields.all()}
    fields = []
    for row in rows:
        field = existing.get(row.pop("was", row["label"]))
        kind = {"field_type": "singleline", "required": "on", "choices": "", "default_value": ""}
        blank = {"help_text": "", "purpose": "", "shown_if": "", "shown_if_answer": ""}
        own = {"id": str(field.pk) if field else "", "ORDER": str(len(fields) + 1), "DELETE": ""}
        fields.append({**kind, **blank, **own, **row})
    data = {
        "title": page.title,
        "slug": page.slug,
        "form_fields": {
            "TOTAL_FORMS": len(fields),
            "INITIAL_FORMS": sum(bool(field["id"]) for field in fields),
            "MIN_NUM_FORMS": 0,
            "MAX_NUM_FORMS": 1000,
            **{str(number): field for number, field in enumerate(fields)},
        },
        **{name: "null" for name in ("introduction", "notice", "thank_you")},
        **changes,
    }
    data = nested_form_data(data) | {
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return client.post(f"/cms/pages/{page.pk}/edit/", data)


def draft():
    page = factories.quote_page().get_latest_revision_as_object()
    return {field.label: field for field in page.form_fields.all()}


PROJECT = {"label": "Projet", "field_type": "radio", "choices": "Site vitrine\nBoutique"}
PAYMENT = {"label": "Paiement", "shown_if": "Projet", "shown_if_answer": "Boutique"}


def test_editors_name_the_other_question_as_it_is_called(cheffe, dependent):
    assert saved(cheffe, dict(PROJECT), dict(PAYMENT)).status_code == 302
    assert draft()["Paiement"].shown_if == "projet"
    html = cheffe.get(f"/cms/pages/{factories.quote_page().pk}/edit/").content.decode()
    name = f"form_fields-{factories.quote_page().form_fields.count() - 1}-shown_if"
    assert re.search(
        rf'<input[^>]*name="{name}"[^>]*value="Projet"|value="Projet"[^>]*name="{name}"', html
    )


def test_a_new_question_can_depend_on_another_new_one(cheffe, site):
    rows = [{"label": "Budget"}, {"label": "Plafond", "shown_if": "Budget"}]
    assert saved(cheffe, *rows).status_code == 302
    assert draft()["Plafond"].shown_if == draft()["Budget"].clean_name


def test_a_question_can_be_renamed_without_its_dependents(cheffe, dependent):
    renamed = {**PROJECT, "label": "Votre projet", "was": "Projet"}
    assert saved(cheffe, renamed, dict(PAYMENT)).status_code == 302
    assert draft()["Paiement"].shown_if == "projet"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"shown_if": "Couleur"},
            "Aucune question avant celle-ci ne s’appelle «\u00a0Couleur\u00a0»",
        ),
        ({"shown_if": "Paiement"}, "Aucune question avant celle-ci"),
        ({"shown_if_answer": "Blog"}, "Ce n’est pas l’un de ses choix"),
    ],
)
def test_a_condition_that_can_never_hold_is_refused(cheffe, dependent, row, message):
    answer = saved(cheffe, dict(PROJECT), {**PAYMENT, **row})
    assert answer.status_code == 200
    assert message in answer.content.decode()


def test_a_question_without_choices_is_not_compared_with_an_answer(cheffe, site):
    rows = [{"label": "Budget"}, {"label": "Plafond", "shown_if": "Budget"}]
    rows[1]["shown_if_answer"] = "Gros"
    assert "n’a pas de choix" in saved(cheffe, *rows).content.decode()


def test_the_first_question_depends_on_none(cheffe, site):
    answer = saved(cheffe, {"label": "Budget", "shown_if": "Plafond"}, {"label": "Plafond"})
    assert "Aucune question ne se trouve avant celle-ci" in answer.content.decode()
