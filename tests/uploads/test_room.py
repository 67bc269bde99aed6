"""Whatever visitors send, the disk is not filled: their requests arrive, and files that find no
room do not, which all who are concerned can read.
"""

import pytest
from django.test import Client
from post_office.models import Email

from contact.models import Attachment, QuoteRequest
from tests.contact import files
from tests.doubles.storage_away import taking_nothing
from tests.steps.quote_form import post, token

pytestmark = pytest.mark.django_db

NOT_STORED = "n’ont pas pu être"


def send(client=None, **changes):
    client = client or Client()
    answer = post(client, attachments=files.uploads("devis.pdf"), **changes)
    assert answer.status_code == 302
    return client.get(answer["Location"]).content.decode()


def stored():
    return QuoteRequest.objects.order_by("-pk").first()


def arrived_without_files(page):
    assert NOT_STORED in page
    assert stored().lacks_files
    assert not stored().attachments.exists()
    assert dict(stored().shown_answers)["Pièces jointes"].endswith("devis.pdf")


def test_there_is_room(visiteur):
    assert NOT_STORED not in send(visiteur)
    assert stored().attachments.count() == 1
    assert not stored().lacks_files


def test_the_disk_is_nearly_full(visiteur, settings):
    settings.MIN_FREE_MB = 999_999_999
    arrived_without_files(send(visiteur))


def test_the_budget_of_all_requests_is_spent(visiteur, settings, commercial, cheffe):
    send(visiteur)
    settings.QUOTE_MAX_STORED_MB = 0
    arrived_without_files(send(visiteur))
    assert QuoteRequest.objects.count() == 2
    for client in (commercial, cheffe):
        assert "help-critical" in client.get("/cms/").content.decode()
    assert Client().get("/healthz/ready/").json()["uploads"] == "failing"


def test_the_budget_of_spam_is_spent_and_other_requests_have_room(visiteur, settings):
    settings.QUOTE_MAX_SPAM_MB = 0
    assert NOT_STORED not in send(**{"leave-unchanged": "x"})
    arrived_without_files(send(**{"leave-unchanged": "x"}))
    assert NOT_STORED not in send()
    assert Attachment.objects.count() == 2


@pytest.fixture
def unwritable():
    with taking_nothing(Attachment._meta.get_field("file").storage):
        yield


def test_the_storage_takes_nothing(visiteur, unwritable, caplog):
    arrived_without_files(send(visiteur))
    assert "Traceback" not in caplog.text


def test_a_form_with_an_error_says_that_the_files_were_not_kept(visiteur, unwritable):
    answer = post(visiteur, name="", attachments=files.uploads("devis.pdf"))
    assert answer.status_code == 422
    assert "Ajoutez de nouveau vos fichiers" in answer.content.decode()


def test_the_team_reads_in_the_inbox_and_in_the_mail_which_files_are_missing(
    visiteur, commercial, recipients, unwritable
):
    send(visiteur)
    html = commercial.get(f"/cms/quote_requests/edit/{stored().pk}/").content.decode()
    assert "devis.pdf" in html
    notification = Email.objects.get(to=["devis@cyberworkers.example"])
    assert "devis.pdf" in f"{notification.message}{notification.context}"


def test_sent_twice_while_there_is_no_room_it_is_one_request(visiteur, settings):
    settings.MIN_FREE_MB = 999_999_999
    same = token(visiteur)
    send(visiteur, **{"form-token": same})
    send(visiteur, **{"form-token": same})
    assert QuoteRequest.objects.count() == 1
