"""What becomes of links and answers when their interview is deleted."""

import pytest
from django.urls import reverse

from tests.agreement.steps import post

pytestmark = pytest.mark.django_db


def test_a_deleted_page_is_not_found(visiteur, page, link):
    path = link.path
    page.delete()
    assert visiteur.get(path).status_code == 404


def test_a_deletion_says_that_the_answers_are_lost(cheffe, page, link, visiteur):
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "réponse" not in cheffe.get(url).content.decode()
    post(visiteur, link, verdict="approved")
    assert "1 réponse" in cheffe.get(url).content.decode()
