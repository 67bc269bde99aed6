"""A page that is not there helps to find another one, in the language of its address."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "language", "search"),
    [("/nulle-part/", "fr", "/recherche/"), ("/en/nowhere/", "en", "/en/search/")],
)
def test_it_offers_a_search_the_topics_and_the_latest(visiteur, address, language, search):
    factories.interview("Le village", language=language)
    answer = visiteur.get(address)
    html = answer.content.decode()
    assert answer.status_code == 404
    assert f'<html lang="{language}"' in html
    assert f'action="{search}"' in html
    assert "Le village" in html
    assert "Fibre" in html
    assert '<meta name="robots" content="noindex">' in html


def test_it_shows_no_draft_and_needs_no_interview(visiteur):
    factories.interview("Brouillon", live=False)
    answer = visiteur.get("/nulle-part/")
    assert answer.status_code == 404
    assert b"Brouillon" not in answer.content


def test_its_queries_do_not_grow(visiteur):
    def count():
        visiteur.get("/nulle-part/")
        with CaptureQueriesContext(connection) as captured:
            visiteur.get("/nulle-part/")
        return len(captured)

    for _ in range(3):
        factories.interview(hero_image=factories.image())
    few = count()
    for _ in range(9):
        factories.interview(hero_image=factories.image())
    assert count() == few < 40


def test_robots_are_asked_to_leave_the_cms_searches_and_documents_alone(visiteur):
    lines = visiteur.get("/robots.txt").content.decode().splitlines()
    for path in ("/cms/", "/documents/", "/media/original_images/", "/recherche/", "/en/search/"):
        assert f"Disallow: {path}" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /" not in lines
