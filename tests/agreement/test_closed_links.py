"""A link that is closed or wrong opens nothing, and tells nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import AgreementAnswer, AgreementLink
from tests.agreement.steps import post, seal

pytestmark = pytest.mark.django_db


def closed_paths(link):
    """Return the address of ``link`` changed in every way that must open nothing."""
    token = link.token
    swapped = ("A" if token[9] != "A" else "B").join([token[:9], token[10:]])
    tokens = [swapped, token[:-1], token + "x", "x", "a/b", "0" * 5000, token.lower()]
    return [link.path.replace(token, wrong) for wrong in tokens]


def test_closed_and_wrong_links_answer_the_same_with_the_same_queries(client, page, link):
    expired = AgreementLink.objects.make(page, -1, name="Expiré")
    withdrawn = AgreementLink.objects.make(page, 7, name="Retiré")
    withdrawn.withdrawn_at = timezone.now()
    withdrawn.save()
    client.get(link.path)  # fills caches
    seen = set()
    for path in [expired.path, withdrawn.path, *closed_paths(link)]:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path)
        assert answer.status_code == 404
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        seen.add((answer.content, len(captured)))
    assert len(seen) == 1


def test_a_token_in_another_alphabet_is_not_found(visiteur, link):
    assert visiteur.get(link.path.replace(link.token, "é" * 43)).status_code == 404


def test_a_closed_link_takes_no_answer_and_gives_the_typed_text_back(visiteur, link):
    form_seal = seal(visiteur, link)
    AgreementLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = post(visiteur, link, form_seal, verdict="approved", comment="Très <b>bien</b>")
    assert answer.status_code == 404
    assert "Très &lt;b&gt;bien" in answer.content.decode()
    assert not AgreementAnswer.objects.exists()


def test_a_deleted_page_is_not_found(visiteur, page, link):
    path = link.path
    page.delete()
    assert visiteur.get(path).status_code == 404


def test_the_database_holds_no_token(link):
    row = AgreementLink.objects.filter(pk=link.pk).values_list().get()
    assert link.token not in map(str, row)
    assert len(link.token) == 43


def test_a_link_outlives_a_change_of_the_secret_key(visiteur, link, settings):
    path, token = link.path, link.token
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-that-is-long-enough-0123456789"
    assert link.token == token
    settings.SECRET_KEY_FALLBACKS = []
    assert link.token == link.path == link.url == ""
    assert visiteur.get(path).status_code == 200
