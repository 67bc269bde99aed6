"""What looks like spam is kept in quarantine, told to nobody, and released by a person."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from ipaddress import ip_network

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import ModelLogEntry

from contact.inbox.request.release import mark, release
from contact.models import Arrival, QuoteRequest, RequestMail
from contact.requests.token import new_token
from editing.worker.jobs import run_every_pass
from tests import factories
from tests.conftest import account
from tests.steps.quote_form import post, token_in

pytestmark = pytest.mark.django_db

State, Reason = QuoteRequest.State, QuoteRequest.SpamReason


@pytest.fixture(autouse=True)
def people_need_three_seconds(settings):
    settings.QUOTE_MIN_SECONDS = 3


def unhurried(client, **changes):
    return post(client, **{"form-token": new_token(age=60), **changes})


def told():
    """Return how many times the team was told."""
    return RequestMail.objects.filter(kind=RequestMail.Kind.NOTIFICATION).count()


def from_address(visiteur, address, forwarded=""):
    values = {"form-token": new_token(age=60), **factories.REQUEST}
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    visiteur.post("/devis/", values, REMOTE_ADDR=address, headers=headers)
    return QuoteRequest.objects.latest("pk").spam_reasons


def test_what_a_person_sends_is_no_spam_and_the_team_is_told(visiteur, recipients):
    unhurried(visiteur)
    stored = QuoteRequest.objects.get()
    assert (stored.state, stored.spam_reasons) == (State.NEW, [])
    assert told() == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"leave-unchanged": "Buy now"}, Reason.HONEYPOT),
        ({"form-token": None}, Reason.FAST),
        ({"context": "Voir http://a.example www.b.example " * 3}, Reason.LINKS),
    ],
)
def test_spam_is_kept_with_its_reason_and_looks_sent(visiteur, recipients, changes, reason):
    if "form-token" in changes:
        changes = {"form-token": new_token()}
    answer = unhurried(visiteur, **changes)
    stored = QuoteRequest.objects.get()
    assert (stored.state, stored.spam_reasons) == (State.SPAM, [reason])
    assert stored.answers[0]["value"] == "Solange Prévert"
    assert stored.reference in visiteur.get(answer.url).content.decode()
    assert Email.objects.count() == 0


def test_a_handful_of_links_is_no_spam(visiteur):
    unhurried(visiteur, context="https://www.prevert.example/ " * 5)
    assert QuoteRequest.objects.get().state == State.NEW


def test_the_time_counts_from_the_first_showing_also_after_an_error(visiteur):
    answer = unhurried(visiteur, email="solange chez prevert")
    visiteur.post("/devis/", {**factories.REQUEST, "form-token": token_in(answer)})
    assert QuoteRequest.objects.get().state == State.NEW


def test_what_is_sent_again_as_another_request_is_not_too_fast(visiteur):
    token = new_token(age=60)
    unhurried(visiteur, **{"form-token": token})
    answer = unhurried(visiteur, **{"form-token": token, "context": "Autre chose."})
    assert answer.status_code == 422
    unhurried(visiteur, **{"form-token": token_in(answer), "context": "Autre chose."})
    assert {stored.state for stored in QuoteRequest.objects.all()} == {State.NEW}
    assert QuoteRequest.objects.count() == 2


def test_the_eleventh_request_of_an_address_within_an_hour_is_kept_as_spam(visiteur):
    assert [from_address(visiteur, "203.0.113.9") for _ in range(11)] == [[]] * 10 + [
        [Reason.OFTEN]
    ]
    assert from_address(visiteur, "203.0.113.8") == []
    Arrival.objects.update(at=timezone.now() - timedelta(minutes=61))
    assert from_address(visiteur, "203.0.113.9") == []


def test_the_worker_forgets_addresses_within_the_hour_and_outlives_a_failure(visiteur, monkeypatch):
    monkeypatch.setattr("articles.video.posters.VideoPoster", None)  # another job fails
    from_address(visiteur, "203.0.113.9")
    Arrival.objects.update(at=timezone.now() - timedelta(minutes=61))
    from_address(visiteur, "203.0.113.8")
    run_every_pass()
    assert Arrival.objects.count() == 1
    run_every_pass()
    assert Arrival.objects.count() == 1


def test_a_repeated_post_counts_once(visiteur, settings):
    settings.QUOTE_MAX_PER_HOUR = 1
    token = new_token(age=60)
    for _ in range(4):
        unhurried(visiteur, **{"form-token": token})
    assert QuoteRequest.objects.get().state == State.NEW
    assert Arrival.objects.count() == 1


def test_the_address_itself_is_kept_nowhere(visiteur):
    from_address(visiteur, "203.0.113.9")
    assert "203.0.113" not in str([*Arrival.objects.values()])
    assert "203.0.113" not in str([*QuoteRequest.objects.values()])


@pytest.mark.parametrize(
    ("remote", "forwarded", "other_remote", "other_forwarded", "same"),
    [
        ("127.0.0.1", "203.0.113.9", "127.0.0.1", "1.2.3.4, 203.0.113.9", True),  # forged part
        ("127.0.0.1", "203.0.113.9", "127.0.0.1", "203.0.113.8", False),
        ("127.0.0.1", "203.0.113.9", "203.0.113.9", "198.51.100.1", True),  # no proxy of ours
        ("", "203.0.113.9", "127.0.0.1", "203.0.113.9:4711, 10.0.0.1", True),  # a unix socket
        ("", "2001:db8::1", "", "[2001:db8::2]:4711", True),  # one /64
        ("", "2001:db8::1", "", "2001:db8:0:1::1", False),
        ("127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9", "", True),
        ("127.0.0.1", "garbage", "127.0.0.1", "", True),
    ],
)
def test_an_address_is_that_of_the_visitor_and_cannot_be_made_up(
    visiteur, settings, remote, forwarded, other_remote, other_forwarded, same
):
    settings.TRUSTED_PROXIES = [*settings.TRUSTED_PROXIES, ip_network("10.0.0.1")]
    from_address(visiteur, remote, forwarded)
    from_address(visiteur, other_remote, other_forwarded)
    assert (len(set(Arrival.objects.values_list("address_hash", flat=True))) == 1) == same


def test_without_any_address_nothing_is_counted(visiteur, settings):
    settings.QUOTE_MAX_PER_HOUR = 0
    assert from_address(visiteur, "") == []


@pytest.fixture
def spam(visiteur, recipients):
    unhurried(visiteur, **{"form-token": new_token()})
    return QuoteRequest.objects.get()


def not_spam(spam):
    return reverse("release_request", args=[spam.pk])


def test_not_a_spam_makes_it_new_sends_what_was_held_and_keeps_why(commercial, spam):
    page = commercial.get(reverse("quote_requests:edit", args=[spam.pk])).content.decode()
    assert not_spam(spam) in page
    answer = commercial.post(not_spam(spam), follow=True)
    spam.refresh_from_db()
    assert (spam.state, spam.spam_reasons) == (State.NEW, [])
    assert spam.reference in answer.content.decode()
    assert told() == 1
    entry = ModelLogEntry.objects.get(action="contact.release")
    assert (entry.user, entry.data["reasons"]) == (commercial.user, ["fast"])
    assert str(Reason.FAST.label) in entry.message


def test_released_twice_its_mails_are_sent_once(commercial, spam):
    commercial.post(not_spam(spam))
    commercial.post(not_spam(spam))
    assert told() == 1
    assert ModelLogEntry.objects.filter(action="contact.release").count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_released_by_eight_at_once_its_mails_are_sent_once(visiteur, recipients):
    user = account("commerciale", "Devis")
    unhurried(visiteur, **{"form-token": new_token()})

    def act(_):
        try:
            return release(QuoteRequest.objects.get(), get_user_model().objects.get(pk=user.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        assert sorted(people.map(act, range(8))) == [False] * 7 + [True]
    assert told() == 1


def test_what_a_person_marked_as_spam_and_took_back_is_not_told_again(
    commercial, visiteur, recipients
):
    unhurried(visiteur)
    stored = QuoteRequest.objects.get()
    commercial.post(reverse("mark_request_as_spam", args=[stored.pk]))
    stored.refresh_from_db()
    assert stored.state == State.SPAM
    assert ModelLogEntry.objects.filter(action="contact.mark_spam").count() == 1
    assert not mark(stored, commercial.user)
    commercial.post(not_spam(stored))
    stored.refresh_from_db()
    assert stored.state == State.NEW
    assert told() == 1


def test_spam_of_a_page_that_is_gone_is_released(commercial, spam):
    factories.quote_page().delete()
    commercial.post(not_spam(spam))
    spam.refresh_from_db()
    assert spam.state == State.NEW


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice", "visiteur"])
@pytest.mark.parametrize("address", ["release_request", "mark_request_as_spam"])
def test_nobody_else_decides_what_is_spam(who, address, request, spam):
    client = request.getfixturevalue(who)
    assert client.post(reverse(address, args=[spam.pk])).status_code == 302
    spam.refresh_from_db()
    assert (spam.state, told()) == (State.SPAM, 0)


def test_a_link_alone_decides_nothing(commercial, spam):
    assert commercial.get(not_spam(spam)).status_code == 405
