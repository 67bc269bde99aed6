"""The person interviewed reads the draft by a secret link, without an account."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from articles.models import AgreementLink
from tests import factories
from tests.agreement.steps import change, passage, post

pytestmark = pytest.mark.django_db


def test_the_link_shows_the_draft_as_it_would_be_published(visiteur, link, page):
    html = visiteur.get(link.path).content.decode()
    assert "La fibre et le facteur" in html
    assert "Qui a creusé\u202f?" in html
    assert factories.ANSWER in html
    assert "Hélène Marchetti" in html
    assert visiteur.get(page.url).status_code == 404


def test_a_live_page_shows_its_newest_draft(visiteur, link, page):
    page.save_revision().publish()
    change(page, title="Un autre titre")
    assert "Un autre titre" in visiteur.get(link.path).content.decode()
    assert "Un autre titre" not in visiteur.get(page.url).content.decode()


def test_an_english_draft_is_shown_in_english_below_the_english_address(visiteur):
    page = factories.interview("The postman", language="en", live=False)
    link = AgreementLink.objects.make(page, 7, name="Helen")
    assert link.path.startswith("/en/")
    html = visiteur.get(link.path).content.decode()
    assert '<html lang="en"' in html
    assert "Comment on this passage" in html
    with override("fr"):
        assert visiteur.get(link.path.removeprefix("/en")).status_code == 404


def test_the_draft_is_not_indexed_cached_or_told_to_others(visiteur, link):
    answer = visiteur.get(link.path)
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    html = answer.content.decode()
    assert '<meta name="robots" content="noindex' in html
    assert 'rel="canonical"' not in html
    assert "og:url" not in html


def test_the_draft_needs_no_cookie_and_keeps_the_strict_policy(visiteur, link):
    answer = visiteur.get(link.path)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "unsafe" not in answer["Content-Security-Policy"]
    html = answer.content.decode()
    assert "style=" not in html
    assert not re.search(r"<script(?![^>]*src=)", html)


def test_the_draft_leads_to_nothing_that_is_private(visiteur, page, link):
    other = factories.interview("Autre brouillon", live=False)
    related = {"interviews": [factories.item(other.pk)]}
    field = page._meta.get_field("body")
    change(page, body=field.stream_block.to_python([{"type": "related", "value": related}]))
    assert "Autre brouillon" not in visiteur.get(link.path).content.decode()


def test_the_first_view_is_noted_but_not_that_of_an_editor(visiteur, redactrice, link):
    redactrice.get(link.path)
    link.refresh_from_db()
    assert link.seen_at is None
    visiteur.get(link.path)
    link.refresh_from_db()
    first = link.seen_at
    assert first
    visiteur.get(link.path)
    link.refresh_from_db()
    assert link.seen_at == first


def test_the_draft_takes_as_many_queries_with_few_passages_and_answers_as_with_many(visiteur, page):
    long = factories.interview(live=False, owner=page.owner, body=[factories.exchange()] * 12)
    long.save_revision()
    counts = []
    for one in (page, long):
        link = AgreementLink.objects.make(one, 7, name="Hélène")
        for _ in range(1 if one is page else 4):
            post(visiteur, link, verdict="approved", **{f"passage-{passage(one)}": "Mieux."})
        with CaptureQueriesContext(connection) as captured:
            assert visiteur.get(link.path).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
