"""The switch of language is on every page, and leads to the same where there is the same."""

import re

import pytest
from wagtail.models import Page, PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


def switch(client, address):
    """Return where the switch at ``address`` leads, by language."""
    html = client.get(address).content.decode()
    found = re.search(r'<nav class="language-switch".*?</nav>', html, re.DOTALL)
    return found and dict(
        reversed(pair) for pair in re.findall(r'<a href="([^"]*)" lang="(..)"', found[0])
    )


def test_a_page_that_is_not_translated_leads_to_the_front_page_of_the_other_language(visiteur):
    page = factories.interview()
    assert switch(visiteur, page.url) == {"fr": page.url, "en": "/en/"}
    english = factories.interview(language="en")
    assert switch(visiteur, english.url) == {"fr": "/", "en": english.url}


@pytest.mark.parametrize("address", ["/nulle-part/", "/en/nowhere/"])
def test_a_page_that_is_not_there_leads_to_the_front_pages(visiteur, site, address):
    assert switch(visiteur, address) == {"fr": "/", "en": "/en/"}


def test_a_search_keeps_its_question(visiteur, site):
    found = switch(visiteur, "/recherche/?q=fibre+%C3%A0+Pau&page=2")
    assert found == {
        "fr": "/recherche/?q=fibre+%C3%A0+Pau",
        "en": "/en/search/?q=fibre+%C3%A0+Pau",
    }
    assert switch(visiteur, "/recherche/") == {"fr": "/recherche/", "en": "/en/search/"}


def test_a_language_whose_front_page_nobody_may_read_is_not_offered(visiteur, site):
    english = Page.objects.get(depth=2, locale__language_code="en")
    PageViewRestriction.objects.create(page=english, restriction_type=PageViewRestriction.LOGIN)
    assert switch(visiteur, factories.interview().url) is None
