"""Several requests of the list at once."""

import pytest
from django.urls import reverse

from contact.inbox.request import handling
from contact.models import QuoteRequest, Reading
from tests.steps.inbox import LIST, address, ask, bulk

pytestmark = pytest.mark.django_db


@pytest.fixture
def chosen(site):
    return [ask(f"Demande {number}", minutes=number) for number in range(3)]


def last_entries(client, requests):
    """Return the newest entry of each one's history, as its page shows it."""
    pages = [client.get(address("history", one)).context["object_list"] for one in requests]
    return [str(entries[0].message) if entries else None for entries in pages]


def test_the_list_offers_the_actions_to_who_may_handle_requests(commercial, chosen):
    html = commercial.get(LIST).content.decode()
    for action in ("state", "assign", "read", "unread", "star", "unstar", "spam"):
        assert reverse("wagtail_bulk_action", args=["contact", "quoterequest", action]) in html
    assert html.count("data-bulk-action-checkbox") == 3


def test_the_confirmation_names_what_is_chosen_and_changes_nothing(commercial, chosen):
    html = commercial.get(bulk("spam", *chosen[:2])).content.decode()
    assert "Demande 0" in html
    assert "Demande 2" not in html
    assert not QuoteRequest.objects.filter(state="spam").exists()


def test_a_state_is_set_and_recorded_for_each(commercial, chosen):
    handling.set_state(chosen[0].pk, "won", commercial.user)
    answer = commercial.post(bulk("state", *chosen) + f"&next={LIST}", {"state": "lost"})
    assert answer.url == LIST
    assert set(QuoteRequest.objects.values_list("state", flat=True)) == {"lost"}
    assert last_entries(commercial, chosen) == [
        "État\u00a0: Gagnée → Perdue",
        "État\u00a0: Nouvelle → Perdue",
        "État\u00a0: Nouvelle → Perdue",
    ]


def test_spam_is_one_click_more_and_leaves_the_list(commercial, chosen):
    commercial.post(bulk("spam", chosen[0]))
    assert QuoteRequest.objects.get(state="spam") == chosen[0]


def test_requests_are_assigned_to_a_person_or_to_nobody(commercial, chosen):
    commercial.post(bulk("assign", *chosen), {"assignee": commercial.user.pk})
    assert QuoteRequest.objects.filter(assignee=commercial.user).count() == 3
    commercial.post(bulk("assign", chosen[0]), {"assignee": ""})
    assert QuoteRequest.objects.get(assignee=None) == chosen[0]
    assert last_entries(commercial, chosen[:2]) == [
        "Attribuée à personne",
        "Attribuée à commercial",
    ]


def test_requests_are_starred_and_read_and_the_reverse(commercial, chosen):
    for action in ("star", "read"):
        commercial.post(bulk(action, *chosen[:2]))
    assert QuoteRequest.objects.filter(starred=True).count() == 2
    assert Reading.objects.filter(user=commercial.user).count() == 2
    for action in ("unstar", "unread"):
        commercial.post(bulk(action, *chosen))
    assert not QuoteRequest.objects.filter(starred=True).exists()
    assert not Reading.objects.exists()
    assert last_entries(commercial, chosen) == ["Marquée comme non lue"] * 2 + [None]


@pytest.mark.parametrize("form", [{}, {"state": ""}, {"state": "nonsense"}])
def test_a_state_that_is_none_is_refused(commercial, chosen, form):
    answer = commercial.post(bulk("state", *chosen), form)
    assert answer.context["form"].errors
    assert not QuoteRequest.objects.exclude(state="new").exists()


def test_nobody_is_assigned_who_may_not_handle_requests(commercial, redactrice, chosen):
    answer = commercial.post(bulk("assign", *chosen), {"assignee": redactrice.user.pk})
    assert answer.context["form"].errors


@pytest.mark.parametrize("ids", ["", "?id=all", "?id=x", "?id=-1", f"?id={10**30}", "?id=²"])
def test_what_is_no_request_is_not_found_and_all_is_not_everything(commercial, chosen, ids):
    path = bulk("spam").split("?")[0] + ids
    assert commercial.get(path).status_code == 404
    assert commercial.post(path).status_code == 404
    assert not QuoteRequest.objects.filter(state="spam").exists()
