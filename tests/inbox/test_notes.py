"""Notes on a request: added once, deleted by their author, never lost or misplaced."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from contact.inbox.request import handling
from contact.law.erasure import erase
from contact.models import ErasedRequests, Note, Reading
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps.inbox import address, ask, history, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote_request(site):
    return ask()


@pytest.fixture
def collegue(site):
    return signed_in(account("yann", roles.SALES))


def html_of(client, quote_request):
    return client.get(page_of(quote_request)).content.decode()


def test_a_note_is_added_once_and_shown_with_its_author(commercial, collegue, quote_request):
    for _ in range(2):  # a double click
        commercial.post(address("add_note", quote_request), {"text": "Rappeler\n<b>mardi</b>"})
    assert Note.objects.count() == 1
    html = html_of(collegue, quote_request)
    assert "Rappeler<br>&lt;b&gt;mardi&lt;/b&gt;" in html
    assert "commercial" in html


@pytest.mark.parametrize("text", ["", "  ", "x" * 5_001])
def test_a_note_without_text_or_too_long_is_refused_and_still_there(
    commercial, quote_request, text
):
    answer = commercial.post(address("add_note", quote_request), {"text": text})
    assert answer.context["note_form"].errors
    assert f"{text}</textarea>" in answer.content.decode()
    assert not Note.objects.exists()


def test_beside_a_note_that_was_refused_state_and_assignee_stand_as_they_are(
    commercial, quote_request
):
    form = commercial.post(address("add_note", quote_request), {"text": ""}).context["form"]
    assert {name: form[name].value() for name in form.fields} == form.initial


def test_only_the_author_deletes_a_note(commercial, collegue, quote_request):
    note = handling.add_note(quote_request, "Rappeler mardi", commercial.user)
    path = reverse("quote_requests:delete_note", args=[note.pk])
    assert path in html_of(commercial, quote_request)
    assert path not in html_of(collegue, quote_request)
    assert [collegue.get(path).status_code, collegue.post(path).status_code] == [404, 404]
    asked = commercial.get(path).content.decode()
    assert "Rappeler mardi" in asked
    assert Note.objects.exists()
    assert commercial.post(path).url == page_of(quote_request) + "#notes-section"
    assert not Note.objects.exists()
    assert history(quote_request, commercial)[0] == ("Note supprimée", "commercial")


def test_nothing_is_noted_of_a_request_that_somebody_erased_meanwhile(commercial, quote_request):
    note = handling.add_note(quote_request, "Rappeler mardi", commercial.user)
    erase([quote_request.pk], ErasedRequests.Reason.DEMAND)
    handling.mark_read(quote_request, commercial.user)
    handling.add_note(quote_request, "Rappeler jeudi", commercial.user)
    handling.delete_note(note, commercial.user)
    assert not Reading.objects.exists()
    assert not Note.objects.exists()
    assert not ModelLogEntry.objects.exists()
