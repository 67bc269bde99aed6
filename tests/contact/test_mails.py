"""With a request its mails are stored: to the team, and to the visitor who asked."""

import pytest
from post_office.models import Email

from contact.mails.notification import notify
from contact.models import QuotePage, QuoteRequest, RequestMail
from cyberworkers.typography import french
from editing.management.commands.run_worker import send_mail
from tests import factories
from tests.steps.quote_form import post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("recipients")]

TEAM, VISITOR = "devis@cyberworkers.example", "solange@prevert.example"
NOTIFICATION, CONFIRMATION = RequestMail.Kind.NOTIFICATION, RequestMail.Kind.CONFIRMATION


def mails():
    """Return {kind: mail} of the last request."""
    stored = QuoteRequest.objects.latest("pk").mails.select_related("email")
    return {mail.kind: mail.email for mail in stored}


def set_page(language="fr", **values):
    page = factories.quote_page(language)
    for name, value in values.items():
        setattr(page, name, value)
    page.save()
    return page


def test_the_team_and_the_visitor_get_one_mail_each(visiteur, mailoutbox):
    post(visiteur)
    assert {kind: mail.to for kind, mail in mails().items()} == {
        NOTIFICATION: [TEAM],
        CONFIRMATION: [VISITOR],
    }
    send_mail()
    assert [mail.to for mail in mailoutbox] == [[TEAM], [VISITOR]]


def test_the_team_answers_the_visitor_and_no_machine_answers_either(visiteur):
    post(visiteur)
    reference = QuoteRequest.objects.get().reference
    team, visitor = mails()[NOTIFICATION], mails()[CONFIRMATION]
    assert team.headers["Reply-To"] == VISITOR
    assert team.headers["Auto-Submitted"] == "auto-generated"
    assert visitor.headers["Auto-Submitted"] == "auto-replied"
    assert "Reply-To" not in visitor.headers
    for mail in (team, visitor):
        assert mail.headers["X-Quote-Request"] == reference
        assert reference in mail.subject
        assert "{" not in mail.subject + mail.message


def test_the_confirmation_says_what_happens_next_in_the_visitors_language(visiteur):
    post(visiteur)
    assert "Bonjour Solange Prévert,\n" in mails()[CONFIRMATION].message
    assert "deux jours ouvrés" in mails()[CONFIRMATION].message
    post(visiteur, "/en/quote/", email="other@prevert.example")
    assert "Hello Solange Prévert,\n" in mails()[CONFIRMATION].message
    assert "two working days" in mails()[CONFIRMATION].message
    assert "Demande de devis" in mails()[NOTIFICATION].subject  # the team reads French


def test_each_recipient_gets_a_mail_of_their_own(visiteur):
    set_page(to_address=f"{TEAM}, second@cyberworkers.example,{TEAM}")
    post(visiteur)
    told = RequestMail.objects.filter(kind=NOTIFICATION)
    assert [mail.email.to for mail in told] == [[TEAM], ["second@cyberworkers.example"]]


def test_without_a_text_or_an_address_there_is_no_confirmation(visiteur):
    set_page(confirmation_text=" ")
    post(visiteur)
    assert set(mails()) == {NOTIFICATION}
    page = set_page(confirmation_text="Merci.")
    page.form_fields.filter(clean_name="email").update(field_type="singleline")
    post(visiteur, email="personne")
    assert set(mails()) == {NOTIFICATION}
    assert "Reply-To" not in mails()[NOTIFICATION].headers


def test_a_subject_is_supplied(visiteur):
    set_page(confirmation_subject="")
    post(visiteur)
    assert mails()[CONFIRMATION].subject.startswith("Votre demande CW-")


def test_nothing_of_what_was_asked_stands_in_the_confirmation(visiteur):
    post(visiteur, company="Achetez chez nous", context="Achetez http://spam.example")
    assert "Achetez" not in mails()[CONFIRMATION].message


@pytest.mark.parametrize(
    "name", ["Jean-Michel d'Arc", "M. Dupont", "J.-P. Martin", "Łukasz O’Neil", "王小明"]
)
def test_a_name_is_greeted(visiteur, name):
    post(visiteur, name=name)
    assert f"Bonjour {french(name)},\n" in mails()[CONFIRMATION].message


@pytest.mark.parametrize(
    "name",
    [
        "http://spam.example",
        "Gagnez sur spam.example",
        "spam。example",
        "Appelez le 0899 123 456",
        "contact@spam.example",
        "Cliquez <a>ici</a>",
        "{reference}",
        "Une très longue offre que personne ne peut porter comme nom de famille",
    ],
)
def test_what_is_no_name_is_not_repeated(visiteur, name):
    post(visiteur, name=name)
    text = mails()[CONFIRMATION].message
    assert text.startswith("Bonjour,\n")
    assert name not in text


def test_one_address_gets_three_confirmations_a_day(visiteur):
    for name in ("Un", "Deux", "Trois", "Quatre"):
        post(visiteur, name=name, email="Victime@tiers.example")
    assert RequestMail.objects.filter(kind=CONFIRMATION).count() == 3
    assert RequestMail.objects.filter(kind=NOTIFICATION).count() == 4
    post(visiteur)
    assert CONFIRMATION in mails()


def test_spam_gets_no_mail_until_it_is_released_and_then_only_once(visiteur):
    post(visiteur, **{"leave-unchanged": "Buy now"})
    assert Email.objects.count() == 0
    stored = QuoteRequest.objects.get()
    notify(stored, stored.page)
    assert Email.objects.count() == 0
    stored.state = QuoteRequest.State.NEW
    stored.save()
    for _ in range(2):
        notify(stored, stored.page)
    assert set(mails()) == {NOTIFICATION, CONFIRMATION}
    assert Email.objects.count() == 2


def test_a_deleted_page_tells_nobody(visiteur):
    post(visiteur, **{"leave-unchanged": "Buy now"})
    QuotePage.objects.all().delete()
    stored = QuoteRequest.objects.get()
    stored.state = QuoteRequest.State.NEW
    notify(stored, stored.page)
    assert Email.objects.count() == 0


def test_a_recipient_that_is_no_address_never_stops_a_request(visiteur):
    QuotePage.objects.update(to_address=f"personne, {TEAM}")
    assert post(visiteur).status_code == 302
    assert mails()[NOTIFICATION].to == [TEAM]


def test_a_visitors_text_is_no_template(visiteur):
    hostile = "{% nonsense %} {{ quote_request.token }}"
    assert post(visiteur, context=hostile, name=hostile).status_code == 302
    assert hostile in mails()[NOTIFICATION].message
    assert hostile in mails()[NOTIFICATION].subject


def test_mails_go_with_their_request(visiteur, django_capture_on_commit_callbacks):
    post(visiteur)
    with django_capture_on_commit_callbacks(execute=True):
        QuoteRequest.objects.get().delete()
    assert Email.objects.count() == 0
