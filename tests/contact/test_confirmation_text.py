"""Editors write the confirmation and the templates of answers; wrong placeholders are refused."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from contact.mails.placeholders import fill, validate_placeholders
from contact.models import QuotePage, ReplyTemplate
from tests import factories
from tests.contact.filled_form import filled_form

pytestmark = pytest.mark.django_db

TEMPLATE = {"name": "Court", "language": "fr", "subject": "Bonjour", "text": "À vous, {name}."}


@pytest.mark.parametrize("text", ["{prenom}", "{ name }", "{Name}", "a {name} {x}", "{0}"])
def test_an_unknown_placeholder_is_refused(text):
    with pytest.raises(ValidationError):
        validate_placeholders(text)


@pytest.mark.parametrize(
    "text", ["", "{", "}", "{}", "{{}}", "a } b {", "{a b}", "{name", "{name!r}"]
)
def test_other_braces_are_harmless(text):
    validate_placeholders(text)
    assert fill(text, "X", "Y") == text


def test_what_is_put_in_is_not_read_again():
    assert fill("{name} {reference}", "{reference}", "CW") == "{reference} CW"
    assert fill("{{name}}", "X", "Y") == "{X}"


def test_without_a_name_its_blank_goes_too():
    assert fill("Bonjour {name}, {reference}", "", "CW") == "Bonjour, CW"


@pytest.mark.parametrize("field", ["confirmation_subject", "confirmation_text"])
def test_the_page_is_not_saved_with_one_and_says_which(cheffe, field):
    page = factories.quote_page()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    values = filled_form(cheffe.get(address), "page-edit-form")
    html = cheffe.post(address, values | {field: "Bonjour {prenom}"}).content.decode()
    assert "{prenom} est inconnu" in html
    assert "{name} et {reference}" in html
    assert page.get_latest_revision() is None
    cheffe.post(address, values | {field: "Bonjour {name}"})
    page = factories.quote_page()
    assert getattr(page.get_latest_revision_as_object(), field) == "Bonjour {name}"


def test_the_confirmation_can_be_previewed(cheffe):
    for language, said in (("fr", "Bonjour Camille Martin,"), ("en", "Hello Camille Martin,")):
        page = factories.quote_page(language)
        answer = page.make_preview_request(preview_mode="confirmation")
        html = answer.render().content.decode()
        assert said in html
        assert "CW-0000-0000" in html
        assert "noreply@localhost" in html


def test_those_who_handle_requests_edit_the_templates(commercial):
    assert commercial.post(reverse("reply_templates:add"), TEMPLATE).status_code == 302
    template = ReplyTemplate.objects.get(name="Court")
    edit = reverse("reply_templates:edit", args=[template.pk])
    commercial.post(edit, TEMPLATE | {"text": "Bien à vous."})
    template.refresh_from_db()
    assert template.text == "Bien à vous."
    refused = commercial.post(edit, TEMPLATE | {"text": "Bonjour {prénom}"})
    assert "{prénom}" in refused.content.decode()
    commercial.post(reverse("reply_templates:delete", args=[template.pk]))
    assert not ReplyTemplate.objects.filter(name="Court").exists()


def test_others_do_not(redactrice, cheffe, traductrice):
    for client in (redactrice, cheffe, traductrice):
        client.post(reverse("reply_templates:add"), TEMPLATE)
        assert client.get(reverse("reply_templates:index")).status_code == 302
    assert not ReplyTemplate.objects.filter(name="Court").exists()


def test_set_up_supplies_templates_in_both_languages_and_keeps_edits(site):
    before = ReplyTemplate.objects.count()
    languages = set(ReplyTemplate.objects.values_list("language", flat=True))
    assert languages == {"fr", "en"}
    for template in ReplyTemplate.objects.all():
        template.full_clean()
    first = ReplyTemplate.objects.first()
    ReplyTemplate.objects.exclude(pk=first.pk).first().delete()
    ReplyTemplate.objects.filter(pk=first.pk).update(text="À nous.")
    call_command("setup_site", verbosity=0)
    assert ReplyTemplate.objects.count() == before - 1
    assert ReplyTemplate.objects.get(pk=first.pk).text == "À nous."


def test_set_up_does_not_bring_back_templates_that_were_all_deleted(commercial):
    for template in ReplyTemplate.objects.all():
        commercial.post(reverse("reply_templates:delete", args=[template.pk]))
    call_command("setup_site", verbosity=0)
    assert not ReplyTemplate.objects.exists()


def test_set_up_says_which_page_has_no_text_for_a_confirmation_and_leaves_it_alone(site):
    output = io.StringIO()
    call_command("setup_site", stdout=output)
    assert "confirmation" not in output.getvalue()
    QuotePage.objects.filter(locale=site.locale).update(confirmation_text="")
    call_command("setup_site", stdout=output)
    assert f"{factories.quote_page().full_url} mails no confirmation" in output.getvalue()
    assert "/en/quote/" not in output.getvalue()
    assert not factories.quote_page().confirmation_text
