"""A request is answered from the CMS, once, by those who handle requests."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email
from wagtail.models import ModelLogEntry

from contact.models import QuoteRequest, ReplyTemplate, RequestMail
from contact.requests.token import new_token
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps.answering import (
    KINDS,
    VISITOR,
    form_of,
    mailed,
    page_of,
    section,
    stored,
    token_in,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote_request(site):
    return stored(last_contact=timezone.now() - timedelta(days=3))


def template(name, language="fr"):
    return ReplyTemplate.objects.get(name=name, language=language)


def test_the_visitor_gets_the_answer_and_replies_to_who_wrote_it(commercial, quote_request):
    answer, _ = write(commercial, quote_request)
    assert answer.url == page_of(quote_request)
    mail = RequestMail.objects.get()
    assert (mail.kind, mail.by) == (KINDS.REPLY, commercial.user)
    assert mail.email.to == [VISITOR]
    assert mail.email.from_email == "Cyberworkers <noreply@localhost>"
    assert mail.email.headers["Reply-To"] == commercial.user.email
    assert "Auto-Submitted" not in mail.email.headers
    assert mail.email.message == "Bonjour,\nvoici notre estimation.\n"


def test_the_request_is_answered_as_of_now_and_its_history_says_by_whom(commercial, quote_request):
    write(commercial, quote_request)
    quote_request.refresh_from_db()
    assert quote_request.state == QuoteRequest.State.ANSWERED
    assert timezone.now() - quote_request.last_contact < timedelta(minutes=1)
    entry = ModelLogEntry.objects.get(action="contact.answer")
    assert (entry.user, entry.label) == (commercial.user, quote_request.reference)
    assert "Solange" not in str(entry.data)
    entry = ModelLogEntry.objects.get(action="contact.state")
    assert entry.data == {"before": "new", "after": "answered"}


def test_an_answer_opens_no_won_or_lost_request(commercial, site):
    won = stored(state=QuoteRequest.State.WON)
    write(commercial, won)
    won.refresh_from_db()
    assert won.state == QuoteRequest.State.WON


def test_it_continues_the_thread_of_the_confirmation(commercial, quote_request):
    confirmation = mailed(quote_request, status=0)
    write(commercial, quote_request)
    headers = RequestMail.objects.get(kind=KINDS.REPLY).email.headers
    assert headers["In-Reply-To"] == headers["References"] == confirmation.email.message_id


def test_the_same_form_twice_is_one_mail(commercial, quote_request):
    _, values = write(commercial, quote_request)
    again = commercial.post(form_of(quote_request), values)
    assert again.url == page_of(quote_request)
    assert Email.objects.count() == 1
    assert ModelLogEntry.objects.filter(action="contact.answer").count() == 1


def test_the_same_form_with_another_text_asks_and_keeps_it(commercial, quote_request):
    _, values = write(commercial, quote_request)
    values["text"] = "Autre texte."
    again = commercial.post(form_of(quote_request), values)
    assert again.status_code == 422
    assert "Autre texte." in again.content.decode()
    values["token"] = token_in(again.content.decode())
    assert commercial.post(form_of(quote_request), values).status_code == 302
    assert Email.objects.count() == 2


def test_who_answered_meanwhile_is_said_before_a_second_answer_leaves(commercial, quote_request):
    form = commercial.get(form_of(quote_request)).context["form"]
    nora = signed_in(account("nora", roles.SALES))
    write(nora, quote_request)
    sent = {name: form[name].value() for name in ("token", "seen")}
    sent |= {"subject": "Votre demande", "text": "De ma part aussi."}
    asked = commercial.post(form_of(quote_request), sent)
    html = asked.content.decode()
    assert asked.status_code == 422
    assert "nora a répondu" in html
    assert "De ma part aussi." in html
    assert Email.objects.count() == 1
    sent["seen"] = asked.context["form"]["seen"].value()
    assert commercial.post(form_of(quote_request), sent).status_code == 302
    assert Email.objects.count() == 2


def test_an_answer_of_ones_own_is_no_surprise(commercial, quote_request):
    form = commercial.get(form_of(quote_request)).context["form"]
    write(commercial, quote_request)
    write(commercial, quote_request, token=form["token"].value(), seen=form["seen"].value())
    assert Email.objects.count() == 2


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 500])
def test_a_forged_sign_of_what_was_seen_is_no_error(commercial, quote_request, seen):
    write(commercial, quote_request, seen=seen)
    assert Email.objects.count() == 1


def test_the_form_of_another_request_is_no_repetition(commercial, quote_request):
    _, values = write(commercial, quote_request)
    other = stored(email="elsa@prevert.example")
    assert commercial.post(form_of(other), values).status_code == 422
    assert Email.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": ""},
        {"text": " "},
        {"token": "forged"},
        {"subject": "x" * 300},
        {"text": "x" * 30_000},
        {"text": "Un \x00 nul"},
        {"template": "999999"},
    ],
)
def test_what_is_wrong_is_said_and_the_text_kept(commercial, quote_request, changes):
    answer, _ = write(commercial, quote_request, **{"subject": "Sujet gardé"} | changes)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Sujet gardé" in html or "subject" in changes
    assert "voici notre estimation." in html or "text" in changes
    assert "error" in html
    assert Email.objects.count() == 0


def test_a_form_that_was_too_old_can_be_sent_again(commercial, quote_request):
    answer, values = write(commercial, quote_request, token="forged")
    values["token"] = token_in(answer.content.decode())
    assert commercial.post(form_of(quote_request), values).status_code == 302


def test_a_subject_is_one_line(commercial, quote_request):
    write(commercial, quote_request, subject="Devis\r\nBcc: victime@tiers.example\u2028x")
    assert Email.objects.get().subject == "Devis Bcc: victime@tiers.example x"


def test_without_an_address_the_telephone_is_offered(commercial, site):
    silent = stored(email="")
    html = section(commercial, silent, "answer")
    assert "tel:0123456789" in html
    assert "<textarea" not in html
    answer = write_forged(commercial, silent)
    assert answer.status_code == 422
    assert "voici notre estimation." in answer.content.decode()
    assert Email.objects.count() == 0


def write_forged(client, quote_request, token=None):
    """Post the form without having seen it."""
    values = {
        "token": new_token() if token is None else token,
        "subject": "Votre demande",
        "text": "voici notre estimation.",
    }
    return client.post(form_of(quote_request), values)


def test_spam_is_not_answered(commercial, site):
    spam = stored(state=QuoteRequest.State.SPAM)
    assert "<textarea" not in section(commercial, spam, "answer")
    assert write_forged(commercial, spam).status_code == 422
    assert Email.objects.count() == 0


def test_who_has_no_address_cannot_be_replied_to(commercial, quote_request):
    commercial.user.email = ""
    commercial.user.save()
    assert "<textarea" not in section(commercial, quote_request, "answer")
    assert write_forged(commercial, quote_request).status_code == 422


def test_templates_of_the_visitors_language_come_first(commercial, quote_request):
    english = stored(language="en")
    for one, first, second in (
        (quote_request, "Première estimation", "First estimate"),
        (english, "First estimate", "Première estimation"),
    ):
        html = section(commercial, one, "answer")
        assert html.index(first) < html.index(second)


def test_a_template_is_put_in_with_name_and_reference(commercial, quote_request):
    chosen = template("Première estimation")
    answer, _ = write(commercial, quote_request, use="1", template=chosen.pk, text="")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Bonjour Solange Prévert," in html
    assert f"Votre demande {quote_request.reference} : première estimation" in html
    assert Email.objects.count() == 0


def test_what_was_typed_stays_below_the_template_and_an_untouched_one_is_replaced(
    commercial, quote_request
):
    first, second = template("Première estimation"), template("Questions avant d'estimer")
    answer, _ = write(commercial, quote_request, use="1", template=first.pk, text="Déjà tapé.")
    text = answer.context["form"]["text"].value()
    assert text.startswith("Bonjour Solange") and text.endswith("\n\nDéjà tapé.")
    answer, _ = write(commercial, quote_request, use="1", template=first.pk, text="")
    untouched = answer.context["form"]["text"].value().replace("\n", "\r\n")
    answer, _ = write(commercial, quote_request, use="1", template=second.pk, text=untouched)
    assert "première estimation" not in answer.context["form"]["text"].value()


def test_the_form_is_for_those_who_handle_requests(
    redactrice, relecteur, cheffe, traductrice, quote_request
):
    for client in (redactrice, relecteur, cheffe, traductrice):
        assert client.get(form_of(quote_request)).status_code == 302
        assert write_forged(client, quote_request).status_code == 302
    assert Email.objects.count() == 0


def test_an_unknown_request_is_not_found(commercial):
    assert commercial.get("/cms/quote_requests/999999/answer/").status_code == 404
