"""What became of each mail stands on its request, and failures where they are seen."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email
from wagtail.models import ModelLogEntry

from contact.mails import failed
from contact.models import QuotePage, QuoteRequest, RequestMail
from contact.templatetags.request_mails import MOST_MAILS
from editing.management.commands.run_worker import send_mail
from tests.steps.answering import KINDS, VISITOR, mailed, page_of, section, stored
from tests.steps.inbox import shown

pytestmark = pytest.mark.django_db

BUTTON = "Envoyer de nouveau"
REFUSED = ("SMTPRecipientsRefused", "550 5.1.1 <b>No such user</b>")


@pytest.fixture
def quote_request(site):
    return stored()


def mails(client, quote_request):
    return section(client, quote_request, "mails")


def again(client, mail):
    return client.post(reverse("send_mail_again", args=[mail.pk]))


def settle(client, mail):
    return client.post(reverse("settle_mail", args=[mail.pk]))


def home(client):
    return client.get("/cms/").content.decode()


def test_a_waiting_mail_says_so(commercial, quote_request):
    mailed(quote_request, STATUS.queued)
    html = mails(commercial, quote_request)
    assert VISITOR in html
    assert "En attente" in html
    assert BUTTON not in html


def test_a_sent_mail_says_when(commercial, quote_request):
    mail = mailed(quote_request, STATUS.queued)
    send_mail()
    html = mails(commercial, quote_request)
    assert "Envoyé" in html
    mail.email.refresh_from_db()
    assert f"{timezone.localtime(mail.email.last_updated):%H:%M}" in html
    assert BUTTON in html


def test_a_mail_that_is_tried_again_says_how_often_and_when(commercial, quote_request):
    when = timezone.now() + timedelta(hours=1)
    mailed(
        quote_request,
        STATUS.requeued,
        error=("SMTPServerDisconnected", "timed out"),
        number_of_retries=3,
        scheduled_time=when,
    )
    html = mails(commercial, quote_request)
    assert "3 fois" in html
    assert f"{timezone.localtime(when):%H:%M}" in html
    assert "timed out" in html


def test_a_failed_mail_says_why_in_the_servers_words(commercial, quote_request):
    mailed(quote_request, STATUS.failed, error=REFUSED, number_of_retries=13)
    html = mails(commercial, quote_request)
    assert "13 fois" in html
    assert "550 5.1.1 &lt;b&gt;No such user&lt;/b&gt;" in html
    assert "refuse l’adresse" in html


def test_a_failed_mail_is_sent_again_and_this_is_noted(commercial, quote_request, mailoutbox):
    mail = mailed(quote_request, STATUS.failed, error=REFUSED, number_of_retries=13)
    assert again(commercial, mail).url == page_of(quote_request)
    again(commercial, mail)  # a second click
    send_mail()
    [message] = mailoutbox
    assert message.extra_headers["Message-ID"] == mail.email.message_id
    entry = ModelLogEntry.objects.get(action="contact.send_again")
    assert (entry.user, entry.label) == (commercial.user, quote_request.reference)


def test_a_sent_mail_is_sent_again_as_another_one(commercial, quote_request, mailoutbox):
    mail = mailed(quote_request, STATUS.sent)
    again(commercial, mail)
    again(commercial, mail)  # a second click
    send_mail()
    [message] = mailoutbox
    assert message.extra_headers["Message-ID"] != mail.email.message_id
    assert (message.subject, message.body, message.to) == ("Sujet", "Bonjour.\n", [VISITOR])
    assert quote_request.mails.count() == 2


def test_sending_again_is_a_post_of_those_who_handle_requests(
    commercial, redactrice, cheffe, quote_request
):
    mail = mailed(quote_request, STATUS.failed)
    assert commercial.get(reverse("send_mail_again", args=[mail.pk])).status_code == 405
    for client in (redactrice, cheffe):
        assert again(client, mail).status_code == settle(client, mail).status_code == 302
    assert Email.objects.get().status == STATUS.failed
    assert RequestMail.objects.failed().exists()
    assert commercial.post(reverse("settle_mail", args=[999999])).status_code == 404


def test_who_may_only_read_gets_no_buttons(commercial, quote_request):
    group = commercial.user.groups.get()
    group.permissions.remove(*group.permissions.filter(codename="change_quoterequest"))
    mail = mailed(quote_request, STATUS.failed)
    html = commercial.get(page_of(quote_request)).content.decode()
    assert BUTTON not in html
    assert "<textarea" not in html
    again(commercial, mail)
    assert Email.objects.get().status == STATUS.failed


def test_a_failure_is_an_alarm_until_it_is_settled(commercial, quote_request):
    mail = mailed(quote_request, STATUS.failed, error=REFUSED)
    assert page_of(quote_request) + "#mails" in home(commercial)
    settle(commercial, mail)
    assert "#mails" not in home(commercial)
    assert "550 5.1.1" in mails(commercial, quote_request)
    assert ModelLogEntry.objects.filter(action="contact.settle_mail").count() == 1


def test_the_alarm_is_for_those_who_see_requests(redactrice, cheffe, quote_request):
    mailed(quote_request, STATUS.failed, error=REFUSED)
    for client in (redactrice, cheffe):
        assert "Solange" not in home(client)


def test_the_list_can_be_that_of_requests_with_a_failed_mail(commercial, quote_request):
    for status in (STATUS.sent, STATUS.queued, STATUS.requeued):
        mailed(stored(name="Autre"), status)
    QuoteRequest.objects.filter(pk=quote_request.pk).update(state="answered")
    mail = mailed(quote_request, STATUS.failed, error=REFUSED)
    mailed(quote_request, STATUS.failed, error=REFUSED)
    assert shown(commercial, marks="failed") == ["Solange Prévert"]
    settle(commercial, mail)
    assert shown(commercial, marks="failed") == ["Solange Prévert"]
    settle(commercial, quote_request.mails.last())
    assert shown(commercial, marks="failed") == []


def test_where_the_alarm_is_too_long_it_leads_to_that_list(commercial, site, monkeypatch):
    monkeypatch.setattr(failed, "SHOWN", 1)
    mailed(stored(), STATUS.failed, error=REFUSED)
    link = reverse("quote_requests:index") + "?state=all&amp;marks=failed"
    assert link not in home(commercial)
    mailed(stored(), STATUS.failed, error=REFUSED)
    assert link in home(commercial)


def test_those_who_handle_requests_see_that_the_worker_is_silent(commercial):
    assert "Aucun courriel ne part" in home(commercial)
    call_command("run_worker", "--once")
    assert "Aucun courriel ne part" not in home(commercial)


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_queries_do_not_grow_with_the_mails(commercial, quote_request):
    mailed(quote_request, STATUS.failed, error=REFUSED)
    addresses = ("/cms/", page_of(quote_request), reverse("quote_requests:index"))
    before = [queries(commercial, address) for address in addresses]
    for _ in range(5):
        mailed(quote_request, STATUS.failed, error=REFUSED)
        mailed(stored(), STATUS.failed, error=REFUSED)
    assert [queries(commercial, address) for address in addresses] <= before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": QuoteRequest.State.SPAM}, "indésirable"),
        ({"email": ""}, "adresse électronique utilisable"),
        ({}, "destinataire"),
    ],
)
def test_why_there_is_no_mail_is_said(commercial, site, change, said):
    assert said in mails(commercial, stored(**change))


def test_many_later_mails_do_not_hide_that_the_team_was_told(commercial, quote_request):
    mailed(quote_request, STATUS.sent, KINDS.NOTIFICATION)
    for _ in range(MOST_MAILS):
        mailed(quote_request, STATUS.sent, KINDS.REPLY)
    html = mails(commercial, quote_request)
    assert "destinataire" not in html
    assert "Les plus anciens ne sont pas montrés." in html


def test_a_deleted_page_is_said(commercial, quote_request):
    QuotePage.objects.all().delete()
    assert "supprimée" in mails(commercial, quote_request)
