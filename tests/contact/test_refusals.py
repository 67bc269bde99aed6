"""Whatever is sent to the quote form gets a clear answer, and nothing typed is lost."""

import re

import pytest
from django.test import Client
from post_office.models import Email

from contact.models import FormField, QuoteRequest
from editing.management.commands.run_worker import send_mail
from tests import factories
from tests.steps.quote_form import post, token_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", [name for name in factories.REQUEST if name != "telephone"])
def test_an_empty_required_field_is_said_at_the_field_and_in_the_summary(visiteur, name):
    answer = post(visiteur, **{name: " "})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{name}"' in html
    assert f'id="id_{name}_error"' in html
    assert 'aria-invalid="true"' in html
    assert QuoteRequest.objects.count() == 0


def test_what_is_missing_is_said_in_words_of_its_own(visiteur):
    quote = factories.quote_page()
    kinds = ("radio", "checkbox", "checkboxes", "date", "url", "attachments", "number")
    for number, kind in enumerate(kinds):
        choices = "Oui\nNon" if kind in ("radio", "checkboxes") else ""
        FormField.objects.create(
            page=quote, label=f"Question {number}", field_type=kind, choices=choices
        )
    html = post(visiteur, **dict.fromkeys(factories.REQUEST, "")).content.decode()
    texts = re.findall(r'<p class="field__error"[^>]*>([^<]+)</p>', html)
    assert len(texts) >= 12
    assert texts.count("Répondez à cette question.") == 1  # to which no type of field says more
    assert len(texts) == len(set(texts))  # what is alike names its question


def test_nothing_typed_is_lost_by_an_error(visiteur):
    html = post(visiteur, email="solange chez prevert").content.decode()
    assert "Nous fabriquons des escaliers." in html
    assert "solange chez prevert" in html


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "solange@"),
        ("email", "solange@" + "é" * 60 + ".example"),
        ("email", "a@b.example\nBcc: x@y.example"),
        ("context", "a" * 1_000_000),
        ("name", "a" * 256),
        ("name", "Sol\x00ange"),
        ("context", "Notre\x00site"),
    ],
)
def test_a_bad_value_gets_a_clear_error(visiteur, name, value):
    answer = post(visiteur, **{name: value})
    assert answer.status_code == 422
    assert f'id="id_{name}_error"' in answer.content.decode()
    assert QuoteRequest.objects.count() == 0


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200d"])
def test_what_a_copied_address_brings_along_unseen_is_left_out(visiteur, sign):
    copied = f"\u202a\u200e{sign}solange@pre{sign}vert.example{sign}\u00a0\u202c"
    assert post(visiteur, email=copied).status_code == 302
    assert QuoteRequest.objects.get().email == "solange@prevert.example"


def test_pictures_that_are_joined_of_several_stay_whole(visiteur):
    post(visiteur, context="Une équipe 👩‍🔧.")
    answers = QuoteRequest.objects.get().answers
    assert "Une équipe 👩‍🔧." in [answer["value"] for answer in answers]


def test_a_body_over_the_limit_is_a_bad_request(visiteur):
    assert post(visiteur, context="a" * 3_000_000).status_code == 400


@pytest.mark.parametrize("label", ["Validation", "Token", "Leave unchanged", "Form token"])
def test_no_field_of_the_editors_is_taken_for_the_honeypot_or_the_token(visiteur, label):
    page = factories.quote_page()
    field = FormField(
        page=page, locale=page.locale, label=label, field_type="singleline", sort_order=99
    )
    field.save()
    assert post(visiteur, **{field.clean_name: "Oui"}).status_code == 302
    stored = QuoteRequest.objects.get()
    assert stored.state == QuoteRequest.State.NEW
    assert stored.answers[-1]["value"] == "Oui"


@pytest.mark.parametrize(
    ("field_name", "field_type", "value", "column", "kept"),
    [
        ("company", "multiline", "Menuiserie\n" * 100, "company", ("Menuiserie " * 100)[:255]),
        ("email", "multiline", "a@b.example\nBcc: x@y.example", "email", ""),
        ("email", "singleline", "a" * 255, "email", ""),
        ("email", "singleline", " solange@prevert.example ", "email", "solange@prevert.example"),
    ],
)
def test_a_column_of_the_inbox_takes_any_type_of_field(
    visiteur, recipients, field_name, field_type, value, column, kept
):
    factories.quote_page().form_fields.filter(clean_name=field_name).update(field_type=field_type)
    assert post(visiteur, **{field_name: value}).status_code == 302
    stored = QuoteRequest.objects.get()
    assert getattr(stored, column) == kept
    assert Email.objects.filter(to="devis@cyberworkers.example").count() == 1


def test_the_team_reads_a_tick_as_a_word(visiteur, recipients, mailoutbox):
    page = factories.quote_page()
    FormField(page=page, locale=page.locale, label="Urgent", field_type="checkbox").save()
    post(visiteur, urgent="on")
    send_mail()
    assert "Urgent\nOui" in mailoutbox[0].body


@pytest.mark.parametrize("forged", ["", "x", "\x00", "YWJj:1abc:zzzz", None])
def test_a_forged_token_keeps_the_text_and_asks_again(visiteur, forged):
    answer = post(visiteur, **{"form-token": forged})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Nous fabriquons des escaliers." in html
    assert QuoteRequest.objects.count() == 0
    values = {**factories.REQUEST, "form-token": token_in(answer)}
    assert visiteur.post("/devis/", values).status_code == 302


def test_a_post_without_the_csrf_token_is_forbidden(site):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/devis/", factories.REQUEST)
    assert answer.status_code == 403
    assert QuoteRequest.objects.count() == 0
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "latin-1"])
def test_a_form_in_another_encoding_is_a_bad_request(site, charset):
    client = Client(enforce_csrf_checks=True)
    client.get("/devis/")
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    answer = client.post("/devis/", "name=Solange", content_type=kind)
    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


def test_questions_that_are_alike_are_named_where_an_answer_is_missing(site, visiteur):
    page = factories.quote_page()
    for label in ("Votre projet", "100 % à distance ?"):
        page.form_fields.add(FormField(label=label, field_type="multiline", locale=page.locale))
    page.form_fields.add(FormField(label="Budget", field_type="number", locale=page.locale))
    page.save_revision().publish()
    errors = post(visiteur).context["form"].errors
    said = {" ".join(texts) for texts in errors.values()}
    assert "Écrivez quelques mots. Question\u00a0: «\u00a0Votre projet\u00a0»" in said
    assert "Écrivez quelques mots. Question\u00a0: «\u00a0100 % à distance ?\u00a0»" in said
    assert errors["budget"] == ["Indiquez un nombre."]
