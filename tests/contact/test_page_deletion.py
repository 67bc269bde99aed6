"""Deleting the form says what becomes of its requests, and keeps them."""

import pytest

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
