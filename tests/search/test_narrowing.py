"""Results can be narrowed and sorted; the address carries all of it."""

import re

import pytest

from articles.models import InterviewTopic
from tests import factories
from tests.search.test_search import results

pytestmark = pytest.mark.django_db


@pytest.fixture
def magazine(site):
    """Three interviews that hold the word; the newest holds it least, and has another topic."""
    factories.interview("La grue et la grue", date="2024-03-01", standfirst="Une grue.")
    factories.interview("La grue", date="2025-03-01")
    body = [factories.exchange(answers=["<p>Une grue.</p>"])]
    page = factories.interview("Le port", date="2026-03-01", body=body)
    port = factories.topic("Port", "port")
    page.topic_links = [InterviewTopic(topic=port, locale=page.locale)]
    page.save()


def ask(client, **more):
    return results(client, "grue", **more)


def test_by_date_the_newest_comes_first(magazine, visiteur):
    assert ask(visiteur) == ["La grue et la grue", "La grue", "Le port"]
    assert ask(visiteur, sort="date") == ["Le port", "La grue", "La grue et la grue"]


def test_a_filter_keeps_what_it_names(magazine, visiteur):
    assert ask(visiteur, topic="port") == ["Le port"]
    assert ask(visiteur, year="2024") == ["La grue et la grue"]
    assert ask(visiteur, person="helene-marchetti", topic="fibre", year="2025") == ["La grue"]
    assert ask(visiteur, kind="articles.person") == []
    assert ask(visiteur, topic="\x00" + "x" * 1000) == []


def test_each_filter_says_how_many_it_gives(magazine, visiteur):
    html = visiteur.get("/recherche/", {"q": "grue"}).content.decode()
    options = re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)<', html)
    assert ("fibre", "Fibre (2)") in options
    assert ("port", "Port (1)") in options
    assert [label for value, label in options if value.isdigit()] == [
        f"{year} (1)" for year in (2026, 2025, 2024)
    ]


def test_pages_of_the_list_keep_what_was_asked_for(site, visiteur):
    for number in range(12):
        factories.interview(f"La grue {number}", date="2026-03-01")
    html = visiteur.get(
        "/recherche/", {"q": "grue", "year": "2026", "sort": "date"}
    ).content.decode()
    assert 'href="?q=grue&amp;year=2026&amp;sort=date&amp;page=2"' in html
    first, second = ask(visiteur, sort="date"), ask(visiteur, sort="date", page=2)
    assert len(first) == 10
    assert len({*first, *second}) == 12


def test_search_engines_list_no_page_of_results(magazine, visiteur):
    html = visiteur.get("/recherche/", {"q": "grue", "topic": "port"}).content.decode()
    assert '<meta name="robots" content="noindex">' in html
