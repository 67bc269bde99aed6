"""Somebody erases a request at the moment at which others handle it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse
from post_office.models import Email

from contact.models import Attachment, ErasedRequests, QuoteRequest
from contact.requests.token import new_token
from tests.conftest import signed_in
from tests.steps import stored

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ERASE = "quote_requests:delete"


@pytest.fixture
def quote_request(commercial):
    return stored.whole(commercial.user)


def posting(commercial, name, pk, **values):
    """Return what posts ``values`` in a browser of its own; an error there is one here."""
    client = signed_in(commercial.user)
    return lambda: client.post(reverse(name, args=[pk]), values)


def at_once(*acts):
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait()
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as people:
        list(people.map(run, acts))


def nothing_is_left(quote_request):
    tables = [QuoteRequest.objects, Email.objects, Attachment.objects]
    return not any(table.exists() for table in [*tables, stored.history(quote_request)])


def test_erased_by_three_it_counts_once(commercial, quote_request):
    at_once(*[posting(commercial, ERASE, quote_request.pk) for _ in range(3)])
    assert nothing_is_left(quote_request)
    assert [row.count for row in ErasedRequests.objects.all()] == [1]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("answer_request", {"subject": "Votre demande", "text": "Bonjour."}),
        ("quote_requests:add_note", {"text": "Rappeler lundi."}),
        ("quote_requests:star", {"starred": "1"}),
        ("quote_requests:edit", {"state": "won", "seen_state": "new"}),
        ("mark_request_as_spam", {}),
        ("request_withdrawal", {}),
    ],
)
def test_whoever_handles_it_leaves_nothing_behind(commercial, quote_request, name, values):
    values |= {"token": new_token()}
    acts = [posting(commercial, name, quote_request.pk, **values) for _ in range(2)]
    at_once(*acts, posting(commercial, ERASE, quote_request.pk))
    assert nothing_is_left(quote_request)


@pytest.mark.parametrize("name", ["send_mail_again", "settle_mail"])
def test_whoever_handles_its_mail_leaves_nothing_behind(commercial, quote_request, name):
    mail = quote_request.mails.first()
    acts = [posting(commercial, name, mail.pk) for _ in range(2)]
    at_once(*acts, posting(commercial, ERASE, quote_request.pk))
    assert nothing_is_left(quote_request)


def test_whoever_reads_it_leaves_nothing_behind(commercial, quote_request):
    client = signed_in(commercial.user)
    page = reverse("quote_requests:edit", args=[quote_request.pk])
    at_once(lambda: client.get(page), posting(commercial, ERASE, quote_request.pk))
    assert nothing_is_left(quote_request)
