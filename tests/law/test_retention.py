"""Requests are kept as long as the settings say, and then erased with all that belongs to them."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from post_office.models import Email

from contact.law import erasure
from contact.law.retention import RetentionSettings, add_months, due, last_due
from contact.models import Attachment, CallbackConsent, ErasedRequests, Note, QuoteRequest
from contact.requests.attachments import private_storage
from contact.requests.models import QuoteRequest as Request
from editing.worker.jobs import run_daily
from editing.worker.lease import Lease
from tests.steps import stored

pytestmark = pytest.mark.django_db

SETTINGS = "/cms/settings/contact/retentionsettings/"


def noon(day):
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


def months_ago(count):
    return noon(add_months(timezone.localdate(), -count))


def days_ago(count):
    return noon(timezone.localdate() - timedelta(days=count))


def old(count=37, **fields):
    return stored.quote_request(last_contact=months_ago(count), **fields)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 3, 15), 36, date(2027, 3, 15)),
    ],
)
def test_months_are_those_of_the_calendar(day, count, expected):
    assert add_months(day, count) == expected


def test_what_is_announced_is_what_is_due_on_every_day_of_four_years():
    for number in range(4 * 366):
        today = date(2023, 1, 1) + timedelta(days=number)
        for count in (1, 13, 36):
            limit = last_due(today, count)
            assert add_months(limit, count) <= today
            assert add_months(limit + timedelta(days=1), count) > today


def test_requests_are_due_by_the_time_of_their_state(site):
    RetentionSettings.load().save()
    RetentionSettings.objects.update(lost=6, spam=10)
    expected = {
        old(36),
        stored.quote_request(last_contact=months_ago(6), state=Request.State.LOST),
        stored.quote_request(submit_time=days_ago(10), state=Request.State.SPAM),
    }
    stored.quote_request(last_contact=noon(last_due(timezone.localdate(), 36) + timedelta(days=1)))
    stored.quote_request(last_contact=months_ago(7), state=Request.State.WON)
    stored.quote_request(submit_time=days_ago(9), state=Request.State.SPAM)
    assert set(due()) == expected


@pytest.fixture
def in_2026(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=UTC))


def test_the_page_of_a_request_says_when_it_is_erased(in_2026, commercial, site):
    quote_request = stored.quote_request(last_contact=timezone.make_aware(datetime(2026, 3, 3, 9)))
    html = commercial.get(f"/cms/quote_requests/edit/{quote_request.pk}/").content.decode()
    assert "Sera effacée le 3 mars 2029, 36 mois après le dernier contact." in html


def test_a_state_that_shortens_the_time_says_so(commercial, site):
    quote_request = stored.quote_request(submit_time=months_ago(2))
    page = f"/cms/quote_requests/edit/{quote_request.pk}/"
    html = commercial.post(page, {"state": "spam"}, follow=True).content.decode()
    html += commercial.get(page).content.decode()
    assert "elle est effacée sous un jour" in html


def test_the_notice_of_the_form_follows_the_settings(visiteur):
    html = visiteur.get("/devis/").content.decode()
    assert "au plus tard 36\N{NO-BREAK SPACE}mois" in html
    assert "30\N{NO-BREAK SPACE}jours" in html
    RetentionSettings.objects.update(new=12, in_progress=12, answered=12, won=24, lost=6, spam=7)
    assert "au plus tard 24\N{NO-BREAK SPACE}mois" in visiteur.get("/devis/").content.decode()
    assert "at the latest 24\N{NO-BREAK SPACE}months" in visiteur.get("/en/quote/").content.decode()


@pytest.mark.parametrize("address", ["/devis/", "/en/quote/"])
def test_the_notice_says_what_the_law_asks_for(visiteur, address):
    html = visiteur.get(address).content.decode()
    for word in ("CNIL", "2025-594", "L. 223-1", "art"):
        assert word in html
    assert "[à compléter]" in html or "[to be completed]" in html
    assert "{" not in html[html.index("notice-title") :].partition("</section>")[0]


def test_administrators_change_the_times_within_limits(commercial, admin_client, site):
    good = {"new": 24, "in_progress": 24, "answered": 24, "won": 60, "lost": 12, "spam": 15}
    RetentionSettings.load()
    address = admin_client.get(SETTINGS).url
    assert commercial.get(address).status_code == 302
    commercial.post(address, good)
    assert RetentionSettings.load().won == 36
    for name, value in (("won", 0), ("won", 121), ("spam", 366), ("lost", ""), ("new", "a")):
        html = admin_client.post(address, good | {name: value}).content.decode()
        assert "error-message" in html
    assert RetentionSettings.load().won == 36
    assert admin_client.post(address, good).status_code == 302
    assert RetentionSettings.load().won == 60
    assert "purge_requests --dry-run" in admin_client.get(address).content.decode()


def test_the_purge_erases_everything_and_leaves_a_count(commercial, site):
    quote_request = stored.whole(commercial.user, last_contact=months_ago(40))
    kept = stored.whole(commercial.user, email="autre@exemple.example")
    file = quote_request.attachments.get().file.name
    assert erasure.purge() == 1
    assert QuoteRequest.objects.get() == kept
    for model in (Attachment, CallbackConsent, Note):
        assert model.objects.count() == 1
    assert Email.objects.count() == 2
    assert not private_storage().exists(file)
    assert private_storage().exists(kept.attachments.get().file.name)
    assert not stored.history(quote_request).exists()
    assert stored.history(kept).exists()
    [row] = ErasedRequests.objects.all()
    assert (row.reason, row.state, row.language, row.count) == ("retention", "new", "fr", 1)
    assert erasure.purge() == 0
    assert ErasedRequests.objects.get().count == 1


def test_counts_of_one_day_add_up_by_state_and_language(site):
    for fields in ({}, {"language": "en"}, {"state": "won"}):
        old(**fields)
        erasure.purge()
    old()
    erasure.purge()
    counts = ErasedRequests.objects.values_list("state", "language", "count")
    assert set(counts) == {("new", "fr", 2), ("new", "en", 1), ("won", "fr", 1)}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_request_that_eight_erase_at_once_is_counted_once(site):
    number = old().pk

    def act(_):
        try:
            return erasure.erase([number], ErasedRequests.Reason.DEMAND)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        assert sorted(people.map(act, range(8))) == [0] * 7 + [1]
    assert ErasedRequests.objects.get().count == 1


def test_a_purge_that_is_killed_keeps_what_it_did_and_goes_on(site, monkeypatch):
    monkeypatch.setattr(erasure, "BATCH", 2)
    requests = [old() for _ in range(5)]
    stored.attach(requests[4])
    done = erasure.erase
    calls = []

    def killed(*args):
        calls.append(done(*args))
        if len(calls) == 2:
            raise KeyboardInterrupt
        return calls[-1]

    monkeypatch.setattr(erasure, "erase", killed)
    with pytest.raises(KeyboardInterrupt):
        erasure.purge()
    assert QuoteRequest.objects.count() == 3
    assert ErasedRequests.objects.get().count == 2
    monkeypatch.setattr(erasure, "erase", done)
    assert erasure.purge() == 3
    assert ErasedRequests.objects.get().count == 5


def test_a_file_that_is_gone_already_does_not_stop_the_purge(site):
    attachment = stored.attach(old())
    private_storage().delete(attachment.file.name)
    assert erasure.purge() == 1


def test_the_worker_purges_once_a_day(site):
    old()
    run_daily()
    assert not QuoteRequest.objects.exists()
    old()
    run_daily()
    assert QuoteRequest.objects.count() == 1
    Lease.objects.filter(name="upkeep").update(until=timezone.now() - timedelta(seconds=1))
    run_daily()
    assert not QuoteRequest.objects.exists()


def test_the_command_counts_before_it_erases_and_names_nobody(site):
    old(), old(language="en")
    for options, left in ((["--dry-run"], 2), ([], 0)):
        output = io.StringIO()
        call_command("purge_requests", *options, stdout=output)
        said = output.getvalue()
        assert "new\tfr\t1\n" in said
        assert "new\ten\t1\n" in said
        assert "CW-" not in said
        assert "Solange" not in said
        assert QuoteRequest.objects.count() == left
