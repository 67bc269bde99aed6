"""Deleting the form says what becomes of its requests, and keeps them."""

import pytest

from contact.form import intake
from contact.models import QuoteRequest
from tests import factories
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db


def test_the_deletion_says_how_many_requests_stay_and_keeps_them(cheffe, visiteur):
    page = factories.quote_page()
    assert post(visiteur).status_code == 302
    address = f"/cms/pages/{page.pk}/delete/"
    assert "elle reste dans la liste" in cheffe.get(address).content.decode()
    assert cheffe.post(address).status_code == 302
    kept = QuoteRequest.objects.get()
    assert kept.page is None
    assert kept.page_title == page.title
    assert kept.answers


def test_a_form_that_is_sent_while_its_page_is_deleted_is_kept_too(visiteur, monkeypatch):
    made_of = intake.request_of

    def and_deleted(sent):
        quote_request = made_of(sent)
        factories.quote_page().delete()
        return quote_request

    monkeypatch.setattr(intake, "request_of", and_deleted)
    title = factories.quote_page().title
    assert post(visiteur).status_code == 302
    kept = QuoteRequest.objects.get()
    assert (kept.page, kept.page_title) == (None, title)
    assert kept.answers
