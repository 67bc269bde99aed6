"""The list of interviews can be narrowed to a topic, a person and a year."""

import datetime
import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    """Publish three interviews: two of Hélène (2025, 2026), one of Inès (2026)."""
    ines = factories.person("Inès Calvet", "ines-calvet")
    factories.interview("Hélène en 2025", date=datetime.date(2025, 3, 1))
    factories.interview("Hélène en 2026", date=datetime.date(2026, 3, 1))
    page = factories.interview("Inès en 2026", date=datetime.date(2026, 5, 1))
    page.interviewee_links = [factories.Interviewee(person=ines, locale=page.locale)]
    page.topic_links = [
        factories.InterviewTopic(topic=factories.topic("Droit", "droit"), locale=page.locale)
    ]
    page.save()


def titles(client, address):
    html = client.get(address).content.decode()
    return re.findall(r'<h2><a href="[^"]*">([^<]+)</a></h2>', html)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/entretiens/", ["Inès en 2026", "Hélène en 2026", "Hélène en 2025"]),
        ("/entretiens/?year=2026", ["Inès en 2026", "Hélène en 2026"]),
        ("/entretiens/?person=helene-marchetti", ["Hélène en 2026", "Hélène en 2025"]),
        ("/entretiens/?person=helene-marchetti&year=2025", ["Hélène en 2025"]),
        ("/entretiens/sujet/fibre/", ["Hélène en 2026", "Hélène en 2025"]),
        ("/entretiens/sujet/fibre/?year=2025", ["Hélène en 2025"]),
        ("/entretiens/?person=&year=", ["Inès en 2026", "Hélène en 2026", "Hélène en 2025"]),
    ],
)
def test_the_list_shows_what_was_asked_for(visiteur, three, address, found):
    assert titles(visiteur, address) == found


@pytest.mark.parametrize(
    "query", ["year=1999", "year=abc", "person=personne-d-autre", "person=%00", "year=99999999999"]
)
def test_what_is_not_offered_gives_an_empty_list_and_a_way_back(visiteur, three, query):
    answer = visiteur.get(f"/entretiens/?{query}")
    assert answer.status_code == 200
    assert "Aucun entretien ne correspond" in answer.content.decode()
    assert titles(visiteur, f"/entretiens/?{query}") == []


def test_only_people_and_years_with_published_interviews_are_offered(visiteur, three):
    factories.person("Sans Entretien", "sans-entretien")
    factories.interview("Brouillon", live=False, date=datetime.date(2019, 1, 1))
    html = visiteur.get("/entretiens/").content.decode()
    assert re.findall(r'<option value="([^"]+)"', html) == [
        "helene-marchetti",
        "ines-calvet",
        "2026",
        "2025",
    ]


def test_the_choice_stays_in_the_form_and_in_the_pages_of_the_list(visiteur, three):
    for number in range(13):
        factories.interview(f"De plus {number}", date=datetime.date(2026, 6, 1))
    html = visiteur.get("/entretiens/?year=2026").content.decode()
    assert '<option value="2026" selected>' in html
    assert "?year=2026&amp;page=2" in html


def test_a_filtered_list_is_kept_out_of_search_engines(visiteur, three):
    assert "noindex" in visiteur.get("/entretiens/?year=2026").content.decode()
    assert "noindex" not in visiteur.get("/entretiens/").content.decode()
    assert "noindex" not in visiteur.get("/entretiens/sujet/fibre/").content.decode()


@pytest.mark.parametrize(
    ("count", "sizes"), [(12, [12]), (13, [13]), (14, [14]), (15, [12, 3]), (26, [12, 14])]
)
def test_no_page_of_a_list_holds_a_few_interviews_only(visiteur, site, count, sizes):
    for number in range(count):
        factories.interview(f"Entretien {number}")
    for address in ("/entretiens/", "/entretiens/personne/helene-marchetti/"):
        pages = range(1, len(sizes) + 1)
        assert [len(titles_of(visiteur, f"{address}?page={one}")) for one in pages] == sizes
        assert f"Page {len(sizes)} sur" in visiteur.get(f"{address}?page=9").content.decode() or (
            len(sizes) == 1
        )


def titles_of(client, address):
    return set(re.findall(r">(Entretien \d+)<", client.get(address).content.decode()))
