"""Who may do what with requests: each role, by the address itself and by a forged post.

A line of the table names what is tried, in the real views, and the right that it takes; that
and no more comes about for each role, and for somebody with one right only beside "view".
"""

from urllib.parse import urlencode

import pytest
from django.core import serializers
from django.db import transaction
from wagtail.models import ModelLogEntry

from contact.models import Attachment, CallbackConsent, Note, QuoteRequest, RequestMail
from home.setup import roles
from tests.conftest import account, signed_in
from tests.inbox.actions import (
    adds,
    answers,
    at,
    changes,
    deletes_note_of_another,
    deletes_own_note,
    erases_a_person,
    exports_a_person,
    forged,
    looks_a_person_up,
    marks_unread,
    posts,
    sees,
    sees_alarm,
    sees_history,
    sends_again,
    settles,
    takes,
    to,
    to_bulk,
    to_file,
    to_list,
    whole,
)

pytestmark = pytest.mark.django_db

VIEW, CHANGE, EXPORT, DELETE, NOBODY = "view", "change", "export", "delete", "nobody"

# What is tried, and the right that it takes.
TABLE = {
    "list": (sees(to_list()), VIEW),
    "list, results only": (sees(to_list("results/")), VIEW),
    "list, searched": (sees(to_list("?q=Solange")), VIEW),
    "page": (sees(to("edit")), VIEW),
    "attachment": (takes(to_file, b"%PDF"), VIEW),
    "history": (sees_history, VIEW),
    "alarm of a failed mail": (sees_alarm, VIEW),
    "mark as unread": (marks_unread, VIEW),
    "look a person up": (looks_a_person_up, VIEW),
    "look a person up, by a request": (sees(at("person"), "2 courriels"), VIEW),
    "export, CSV": (sees(to_list("?export=csv")), EXPORT),
    "export, CSV, of the results": (sees(to_list("results/?export=csv")), EXPORT),
    "export, XLSX": (takes(to_list("?export=xlsx"), b"PK"), EXPORT),
    "export a person": (exports_a_person, EXPORT),
    "state": (posts(to("edit"), lambda one: one.state == "won", state="won"), CHANGE),
    "assignee": (posts(to("edit"), lambda one: one.assignee is None, assignee=""), CHANGE),
    "star": (posts(to("star"), lambda one: one.starred, starred="1"), CHANGE),
    "note": (posts(to("add_note"), lambda one: one.notes.count() > 1, text="Rappeler"), CHANGE),
    "delete own note": (deletes_own_note, CHANGE),
    "delete the note of another": (deletes_note_of_another, NOBODY),
    "form of an answer": (sees(at("answer")), CHANGE),
    "answer": (answers, CHANGE),
    "send a mail again": (sends_again, CHANGE),
    "take note of a failed mail": (settles, CHANGE),
    "mark as spam": (changes(at("spam"), "new", "spam"), CHANGE),
    "release from spam": (changes(at("not-spam"), "spam", "new"), CHANGE),
    "withdrawal of a consent": (
        posts(at("withdrawal"), lambda one: one.callback_consent.withdrawn_at),
        CHANGE,
    ),
    "bulk: page": (sees(to_bulk("state")), CHANGE),
    "bulk: state": (posts(to_bulk("state"), lambda one: one.state == "won", state="won"), CHANGE),
    "bulk: assign": (posts(to_bulk("assign"), lambda one: one.assignee is None), CHANGE),
    "bulk: spam": (posts(to_bulk("spam"), lambda one: one.state == "spam"), CHANGE),
    "bulk: star": (posts(to_bulk("star"), lambda one: one.starred), CHANGE),
    "bulk: read": (posts(to_bulk("read"), lambda one: one.readings.exists()), CHANGE),
    "erase a request": (posts(to("delete"), lambda one: one is None), DELETE),
    "erase a person": (erases_a_person, DELETE),
    "add": (adds, NOBODY),
}

ROLES = {
    "commercial": {VIEW, CHANGE, EXPORT, DELETE},
    "administrateur": {VIEW, CHANGE, EXPORT, DELETE},
    "redactrice": set(),
    "relecteur": set(),
    "cheffe": set(),
    "traductrice": set(),
    "visiteur": set(),
}
# Writers to whom an administrator gave some right of their own.
ALONE = [[VIEW], [VIEW, CHANGE], [VIEW, EXPORT], [VIEW, DELETE], [CHANGE, EXPORT, DELETE]]


@pytest.fixture
def administrateur(site):
    return signed_in(account("administrateur", None))


@pytest.fixture
def yann(site):
    return account("yann", roles.SALES)


def comes_about(client, yann):
    """Return what of the table comes about, each with the request as it was at first."""
    done = set()
    request = whole(yann)
    for what, (tried, _) in TABLE.items():
        with transaction.atomic():
            if tried(client, QuoteRequest.objects.get(pk=request.pk)):
                done.add(what)
            transaction.set_rollback(True)
    return done


def allowed(rights):
    return {what for what, (_, right) in TABLE.items() if right in rights}


@pytest.mark.parametrize("who", ROLES)
def test_each_role_does_what_the_table_says_and_no_more(who, request, yann):
    assert comes_about(request.getfixturevalue(who), yann) == allowed(ROLES[who])


@pytest.mark.parametrize("rights", ALONE, ids=" and ".join)
def test_each_right_opens_what_the_table_says_and_no_more(rights, yann):
    user = account("curieuse", roles.WRITER)
    user.user_permissions.set(roles.permission(f"contact.{right}_quoterequest") for right in rights)
    expected = allowed(rights) if VIEW in rights else set()
    assert comes_about(signed_in(user), yann) == expected


def everything():
    """Return all that there is about requests but who read which, as text."""
    models = [QuoteRequest, RequestMail, Note, Attachment, CallbackConsent]
    found = [serializers.serialize("json", model.objects.order_by("pk")) for model in models]
    entries = ModelLogEntry.objects.exclude(action="contact.read").order_by("pk")
    return [*found, list(entries.values_list("action", flat=True))]


def test_nothing_changes_by_a_link(commercial):
    one = whole(commercial.user)
    before = everything()
    for path, values in forged(one):
        path += f"{'&' if '?' in path else '?'}{urlencode(values)}"
        answer = commercial.get(path)
        assert answer.status_code in (200, 302, 405), path
        assert everything() == before, path


def test_nothing_changes_by_a_post_without_the_token_of_the_form(commercial):
    commercial.handler.enforce_csrf_checks = True
    one = whole(commercial.user)
    before = everything()
    for path, values in forged(one):
        assert commercial.post(path, values).status_code == 403, path
        assert everything() == before, path
