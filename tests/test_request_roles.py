"""Who may do what with requests: each role, by the address itself and by a forged post.

A line of the table names what is tried; `allowed` says whether it came about. The roles that
may are given with it; all others are refused, and nothing has changed.
"""

import pytest
from django.contrib.auth.models import Permission

from contact.inbox import handling
from contact.models import Note, QuoteRequest, Reading
from home import roles
from tests.conftest import account, signed_in
from tests.inbox import LIST, address, ask, bulk, page_of

pytestmark = pytest.mark.django_db

SALES, ADMIN, LOOKER = "commercial", "administrateur", "curieux"
OTHERS = ["redactrice", "relecteur", "cheffe", "traductrice", "visiteur"]
READ, HANDLE = {SALES, ADMIN, LOOKER}, {SALES, ADMIN}


@pytest.fixture
def administrateur(site):
    return signed_in(account("administrateur", None))


@pytest.fixture
def curieux(site):
    """Somebody whom an administrator lets see requests, and no more."""
    user = account("curieux", roles.WRITER)
    user.user_permissions.add(Permission.objects.get(codename="view_quoterequest"))
    return signed_in(user)


def sees(path_of):
    def tried(client, one):
        return "Solange" in client.get(path_of(one)).content.decode()

    return tried


def posts(path_of, came_about, **data):
    def tried(client, one):
        client.post(path_of(one), data)
        return came_about(QuoteRequest.objects.filter(pk=one.pk).first())

    return tried


def to(name):
    return lambda one: address(name, one)


def to_bulk(action):
    return lambda one: bulk(action, one)


def in_history(client, one):
    handling.set_state(one.pk, "won", one.assignee)
    return "contact.state" in client.get(address("history", one)).content.decode()


def deletes_own_note(client, one):
    """A note from the time when the person might write some."""
    author = getattr(client, "user", None)
    if author is None:
        return False
    note = Note.objects.create(quote_request=one, author=author, text="Rappeler")
    client.post(f"{LIST}notes/delete/{note.pk}/")
    return not Note.objects.exists()


def deletes_note_of_another(client, one):
    note = Note.objects.create(quote_request=one, author=one.assignee, text="Rappeler")
    client.post(f"{LIST}notes/delete/{note.pk}/")
    return not Note.objects.exists()


def marks_unread(client, one):
    if user := getattr(client, "user", None):
        Reading.objects.create(quote_request=one, user=user)
    client.post(address("unread", one))
    return bool(user) and not Reading.objects.exists()


def adds(client, one):
    client.post(f"{LIST}new/", {"state": "new", "name": "Forgée"})
    return QuoteRequest.objects.count() > 1


# What is tried, and who may.
TABLE = {
    "list": (sees(lambda one: LIST), READ),
    "list, results only": (sees(lambda one: f"{LIST}results/"), READ),
    "list, searched": (sees(lambda one: f"{LIST}?q=Solange"), READ),
    "page": (sees(page_of), READ),
    "history": (in_history, READ),
    "mark as unread": (marks_unread, READ),
    "state": (posts(page_of, lambda one: one.state == "won", state="won"), HANDLE),
    "assignee": (posts(page_of, lambda one: one.assignee is None, assignee=""), HANDLE),
    "star": (posts(to("star"), lambda one: one.starred, starred="1"), HANDLE),
    "note": (posts(to("add_note"), lambda one: one.notes.exists(), text="Rappeler"), HANDLE),
    "delete own note": (deletes_own_note, HANDLE),
    "delete the note of another": (deletes_note_of_another, set()),
    "bulk: page": (sees(to_bulk("state")), HANDLE),
    "bulk: state": (posts(to_bulk("state"), lambda one: one.state == "won", state="won"), HANDLE),
    "bulk: assign": (posts(to_bulk("assign"), lambda one: one.assignee is None), HANDLE),
    "bulk: spam": (posts(to_bulk("spam"), lambda one: one.state == "spam"), HANDLE),
    "bulk: star": (posts(to_bulk("star"), lambda one: one.starred), HANDLE),
    "bulk: read": (posts(to_bulk("read"), lambda one: one.readings.exists()), HANDLE),
    "delete": (posts(to("delete"), lambda one: one is None), HANDLE),
    "add": (adds, set()),
}


@pytest.mark.parametrize("who", [SALES, ADMIN, LOOKER, *OTHERS])
@pytest.mark.parametrize("action", TABLE)
def test_each_role_does_what_the_table_says_and_no_more(action, who, request):
    client = request.getfixturevalue(who)
    one = ask(assignee=account("yann", roles.SALES))
    tried, allowed = TABLE[action]
    assert tried(client, one) is (who in allowed)


@pytest.mark.parametrize("name", ["star", "unread"])
def test_what_changes_something_is_not_done_by_a_link(commercial, name, site):
    assert commercial.get(address(name, ask())).status_code == 405


@pytest.mark.parametrize("name", ["edit", "star", "unread", "add_note"])
def test_a_post_without_the_token_of_the_form_is_refused(commercial, name, site):
    commercial.handler.enforce_csrf_checks = True
    one = ask()
    answer = commercial.post(address(name, one), {"state": "won", "starred": "1", "text": "x"})
    assert answer.status_code == 403
    one.refresh_from_db()
    assert (one.state, one.starred, one.notes.exists()) == ("new", False, False)
