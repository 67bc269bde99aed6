"""A visitor asks for a quote: stored once, answered with a reference, nothing lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from post_office.models import STATUS, Email
from wagtail.contrib.redirects.models import Redirect

from contact.models import QuoteRequest, RequestMail
from contact.requests.token import new_token
from editing.management.commands.run_worker import send_mail
from tests import factories
from tests.steps.quote_form import post, token, token_in

pytestmark = pytest.mark.django_db


def test_the_form_asks_the_four_prompts_and_offers_autocomplete(visiteur):
    html = visiteur.get("/devis/").content.decode()
    for name in factories.REQUEST:
        assert f'name="{name}"' in html
    for purpose in ("name", "organization", "email", "tel"):
        assert f'autocomplete="{purpose}"' in html


def test_a_request_is_stored_and_answered_with_a_redirect_and_a_reference(visiteur):
    answer = post(visiteur)
    stored = QuoteRequest.objects.get()
    assert answer.status_code == 302
    assert answer.url == f"/devis/merci/{stored.reference}/"
    assert stored.reference in visiteur.get(answer.url).content.decode()
    assert (stored.name, stored.company) == ("Solange Prévert", "Menuiserie Prévert")
    assert (stored.email, stored.language) == ("solange@prevert.example", "fr")


def test_each_answer_is_kept_as_it_was_asked(visiteur):
    post(visiteur)
    page = factories.quote_page()
    label = page.form_fields.get(clean_name="activity").label
    page.form_fields.all().delete()
    page.delete()
    stored = QuoteRequest.objects.get()
    kept = {answer["name"]: answer for answer in stored.answers}
    assert kept["activity"]["value"] == "Nous fabriquons des escaliers."
    assert kept["activity"]["label"] == label


def test_an_english_request_is_kept_in_english(visiteur):
    answer = post(visiteur, "/en/quote/")
    stored = QuoteRequest.objects.get()
    assert answer.url == f"/en/quote/thanks/{stored.reference}/"
    assert stored.language == "en"
    assert visiteur.get(answer.url).status_code == 200


def test_the_same_post_twice_is_one_request_with_one_reference(visiteur, recipients):
    values = {"form-token": token(visiteur), **factories.REQUEST}
    first, second = visiteur.post("/devis/", values), visiteur.post("/devis/", values)
    assert first.url == second.url
    assert QuoteRequest.objects.count() == 1
    assert Email.objects.count() == 2  # to the team, to the visitor


def test_the_same_form_with_other_answers_is_asked_again_and_loses_nothing(visiteur):
    values = {"form-token": token(visiteur), **factories.REQUEST}
    visiteur.post("/devis/", values)
    first = QuoteRequest.objects.get()
    again = visiteur.post("/devis/", {**values, "context": "Notre site date de 1999."})
    html = again.content.decode()
    assert again.status_code == 422
    assert first.reference in html
    assert "Notre site date de 1999." in html
    values["form-token"] = token_in(again)
    assert visiteur.post("/devis/", values).status_code == 302
    assert QuoteRequest.objects.count() == 2


def test_what_the_database_refuses_is_no_second_post_and_can_be_sent_again(visiteur, monkeypatch):
    values = {"form-token": token(visiteur), **factories.REQUEST}

    def refuse(*args):
        raise IntegrityError

    with monkeypatch.context() as patched, pytest.raises(IntegrityError):
        patched.setattr("contact.form.intake.notify", refuse)
        visiteur.post("/devis/", values)
    assert not QuoteRequest.objects.exists()
    assert visiteur.post("/devis/", values).status_code == 302
    assert QuoteRequest.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_posts_of_the_same_form_at_once_are_one_request(visiteur, recipients):
    values = {"form-token": token(visiteur), **factories.REQUEST}

    def send(_):
        try:
            return Client().post("/devis/", values).url
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        addresses = set(people.map(send, range(8)))
    assert addresses == {f"/devis/merci/{QuoteRequest.objects.get().reference}/"}
    assert Email.objects.count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_requests_at_once_are_counted_one_after_the_other(visiteur, recipients, settings):
    settings.QUOTE_MAX_PER_HOUR = 5

    def send(_):
        try:
            Client().post("/devis/", {"form-token": new_token(60), **factories.REQUEST})
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        list(people.map(send, range(8)))
    assert QuoteRequest.objects.filter(state="new").count() == 5
    assert RequestMail.objects.filter(kind="confirmation").count() == 3


def test_a_form_whose_page_moved_meanwhile_is_sent_on_with_its_text(
    visiteur, django_capture_on_commit_callbacks
):
    values = {"form-token": token(visiteur), **factories.REQUEST}
    page = factories.quote_page()
    page.slug = "demande"
    with django_capture_on_commit_callbacks(execute=True):  # among them: Wagtail's redirect
        page.save_revision().publish()
    answer = visiteur.post("/devis/", values, follow=True)
    assert answer.redirect_chain[0] == ("/demande/", 308)
    assert QuoteRequest.objects.get().reference in answer.content.decode()


@pytest.mark.parametrize("target", ["https://other.example/", "//other.example/"])
def test_no_form_is_sent_on_to_another_site(visiteur, target):
    Redirect.objects.create(old_path="/ancien", redirect_link=target)
    assert visiteur.post("/ancien/", factories.REQUEST).status_code == 301


def test_reloading_the_thank_you_page_asks_nothing(visiteur):
    address = post(visiteur).url
    visiteur.get(address)
    visiteur.get(address)
    assert QuoteRequest.objects.count() == 1


def test_an_unknown_reference_is_not_found(visiteur):
    assert visiteur.get("/devis/merci/CW-2222-2222/").status_code == 404


def test_the_team_is_told_outside_of_the_request(visiteur, recipients, mailoutbox):
    post(visiteur)
    assert mailoutbox == []
    send_mail()
    mail, _ = mailoutbox
    assert mail.to == ["devis@cyberworkers.example"]
    assert mail.extra_headers["Reply-To"] == "solange@prevert.example"
    assert QuoteRequest.objects.get().reference in mail.subject
    assert "Nous fabriquons des escaliers." in mail.body
    assert "Menuiserie Prévert" in mail.body


def test_a_mail_server_that_is_down_loses_nothing(visiteur, recipients, settings, mailoutbox):
    settings.POST_OFFICE = settings.POST_OFFICE | {
        "BACKENDS": {"default": "tests.doubles.no_mail.Backend"}
    }
    assert post(visiteur).status_code == 302
    send_mail()
    assert QuoteRequest.objects.count() == 1
    assert set(Email.objects.values_list("status", flat=True)) == {STATUS.requeued}
    settings.POST_OFFICE = settings.POST_OFFICE | {
        "BACKENDS": {"default": "django.core.mail.backends.locmem.EmailBackend"}
    }
    Email.objects.update(scheduled_time=None)
    send_mail()
    assert len(mailoutbox) == 2


def test_a_filled_honeypot_is_kept_as_spam_and_tells_nobody(visiteur, recipients):
    answer = post(visiteur, **{"leave-unchanged": "Buy now"})
    stored = QuoteRequest.objects.get()
    assert answer.url == f"/devis/merci/{stored.reference}/"
    assert stored.state == QuoteRequest.State.SPAM
    assert Email.objects.count() == 0


def test_no_cache_shares_the_form_and_browsers_keep_what_was_typed(visiteur):
    for answer in (visiteur.get("/devis/"), post(visiteur, email="x")):
        directives = set(answer.headers["Cache-Control"].split(", "))
        assert directives == {"private", "no-cache"}  # with "no-store" it is gone after “back”


def test_the_thanks_are_never_cached(visiteur):
    assert "no-store" in visiteur.get(post(visiteur).url).headers["Cache-Control"]
