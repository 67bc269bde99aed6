"""The same form is sent by several windows at once, with files: nothing is lost, nothing double."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from contact.models import Arrival, Attachment, QuoteRequest
from contact.requests.token import new_token
from tests import factories
from tests.contact import files
from tests.steps.quote_form import token_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WINDOWS = 6


def at_once(post):
    """Return the answers to what ``post`` sends from each window with the one form."""
    token = str(new_token(60))

    def send(window):
        try:
            return Client().post("/devis/", {"form-token": token, **post(window)})
        finally:
            connection.close()

    with ThreadPoolExecutor(WINDOWS) as people:
        return list(people.map(send, range(WINDOWS)))


def hours(window):
    """Return answers and a file that are those of one window."""
    return {
        **factories.REQUEST,
        "context": f"Fenêtre {window}",
        "attachments": files.upload("horaires.txt", f"Fenêtre {window}".encode()),
    }


def again(answer):
    html = answer.content.decode()
    values = {
        "form-token": token_in(answer),
        "context": re.search(r"Fenêtre \d", html)[0],
        "attachments-kept": re.findall(r'name="attachments-kept" value="(\d+)"', html),
    }
    return Client().post("/devis/", {**factories.REQUEST, **values})


def test_the_same_answers_and_files_are_one_request_with_each_file_once(site):
    names = ["devis.pdf", "photo.png"]
    answers = at_once(lambda _: {**factories.REQUEST, "attachments": files.uploads(*names)})
    stored = QuoteRequest.objects.get()
    assert {answer.url for answer in answers} == {f"/devis/merci/{stored.reference}/"}
    assert [attachment.name for attachment in stored.attachments.all()] == names
    assert Attachment.objects.count() == 2
    assert Arrival.objects.count() == 1


def test_other_answers_and_files_are_asked_again_and_each_window_keeps_its_own(site):
    answers = at_once(hours)
    refused = [answer for answer in answers if answer.status_code == 422]
    assert QuoteRequest.objects.count() == 1
    assert len(refused) == WINDOWS - 1
    assert {again(answer).status_code for answer in refused} == {302}
    assert not Attachment.objects.filter(quote_request=None).exists()
    for stored in QuoteRequest.objects.all():
        [attachment] = stored.attachments.all()
        assert attachment.file.read().decode() == stored.form_data["context"]
    assert QuoteRequest.objects.count() == WINDOWS
