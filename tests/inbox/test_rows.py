"""A row of the list of requests: what it shows and does, and how quick many of them are."""

import pytest
from django.urls import reverse
from post_office.models import STATUS, Email

from contact.inbox.list.paging import CappedPaginator
from contact.inbox.request import handling
from contact.models import RequestMail
from home.setup import roles
from tests.conftest import account
from tests.steps.inbox import LIST, address, ask, page_of, shown
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db


def test_a_row_shows_who_asks_and_how_the_request_begins(commercial, site):
    quote_request = ask(text="Une <b>véranda</b>\nà rénover", assignee=commercial.user)
    html = commercial.get(LIST).content.decode()
    assert "Solange Prévert – Menuiserie Prévert" in html
    assert "Une &lt;b&gt;véranda&lt;/b&gt; à rénover" in html
    assert f'{page_of(quote_request)}"' in html
    assert "commercial" in html
    assert "FR" in html


def test_unread_is_for_each_person(commercial, site):
    quote_request = ask()
    colleague = account("yann", roles.SALES)
    handling.mark_read(quote_request, colleague)
    assert 'class="inbox-unread"' in commercial.get(LIST).content.decode()
    commercial.get(page_of(quote_request))
    assert 'class="inbox-unread"' not in commercial.get(LIST).content.decode()


def test_what_is_done_is_not_unread(commercial, site):
    ask(state="won")
    assert "inbox-unread" not in commercial.get(LIST, {"state": "won"}).content.decode()
    assert shown(commercial, state="won", marks="unread") == []


def test_a_star_is_set_by_a_form_that_comes_back_to_the_row(commercial, site):
    quote_request = ask()
    html = commercial.get(LIST, {"state": "new"}).content.decode()
    back = f"{LIST}?state=new#request-{quote_request.pk}"
    assert back in html
    star = {"starred": "1", "next": back}
    for _ in range(2):  # a double click is one star
        assert commercial.post(address("star", quote_request), star).url == back
        quote_request.refresh_from_db()
        assert quote_request.starred
    commercial.post(address("star", quote_request), {"starred": "0"})
    quote_request.refresh_from_db()
    assert not quote_request.starred


def test_a_star_leads_to_no_other_site(commercial, site):
    star = {"starred": "1", "next": "https://ailleurs.example/"}
    quote_request = ask()
    assert commercial.post(address("star", quote_request), star).url == page_of(quote_request)


def test_a_mail_that_failed_is_shown_in_the_row(commercial, site):
    quote_request = ask()
    email = Email.objects.create(from_email="a@b.example", to="x@y.example", status=STATUS.sent)
    RequestMail.objects.create(quote_request=quote_request, kind="confirmation", email=email)
    assert "inbox-failed" not in commercial.get(LIST).content.decode()
    Email.objects.update(status=STATUS.failed)
    assert "inbox-failed" in commercial.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Aucune demande en attente."),
        ({"state": "won"}, "Aucune demande ici."),
        ({"state": "all"}, "Aucune demande ici."),
        ({"q": "véranda"}, "Aucune demande ne correspond"),
        ({"marks": "starred"}, "Aucune demande ne correspond"),
        ({"state": "won", "language": "en"}, "Aucune demande ne correspond"),
    ],
)
def test_an_empty_list_says_why(commercial, query, said):
    assert said in commercial.get(LIST, query).content.decode()


def test_the_list_takes_as_many_queries_for_five_rows_as_for_fifty(commercial, site):
    colleague = account("yann", roles.SALES)
    for number in range(50):
        if number == 5:
            few = queries(commercial, LIST)
        ask(minutes=number, assignee=[commercial.user, colleague, None][number % 3])
    assert len(shown(commercial)) == 50
    assert queries(commercial, LIST) == few


def test_pages_are_counted_up_to_a_limit_and_none_is_beyond(commercial, site, monkeypatch):
    monkeypatch.setattr(CappedPaginator, "most", 60)
    for number in range(62):
        ask(f"Demande {number}", minutes=number)
    first = commercial.get(LIST)
    assert first.context["paginator"].count == 60
    assert first.context["paginator"].has_more
    assert "more than" in first.content.decode() or "plus de" in first.content.decode()
    assert shown(commercial, p=99)[-1] == "Demande 59"  # the last page there is


def test_a_request_too_many_for_the_database_is_not_found(commercial, site):
    for name in ("edit", "history", "star"):
        path = reverse(f"quote_requests:{name}", args=[10**30])
        assert commercial.get(path).status_code in (404, 405)
        assert commercial.post(path).status_code in (404, 405)
