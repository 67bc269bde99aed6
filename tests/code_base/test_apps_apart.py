"""An app can be taken out: its folder, its line in the settings and its lines in the addresses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
# What each app shows in the pages of the others.
SHOWS = {
    "audience": ("/entretiens/facteur/", "data-tell="),
    "contact": ("/entretiens/facteur/", "quote-offer"),
    "search": ("/", 'href="/recherche/"'),
}


def render_without(app):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.code_base.without",
            app,
            str(connection.settings_dict["NAME"]),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module", params=sorted(SHOWS))
def app(request):
    return request.param


@pytest.fixture(scope="module")
def answers(app, django_db_setup):
    return render_without(app)


def test_the_home_page_the_listing_and_an_interview_are_whole_without_it(answers):
    for address in ("/", "/entretiens/", "/entretiens/facteur/"):
        status, html = answers[address]
        assert status == 200
        assert "Le facteur du village" in html
        assert 'class="masthead"' in html
        assert 'class="colophon"' in html
    assert "Et la fibre ?" in answers["/entretiens/facteur/"][1]


def test_a_page_that_does_not_exist_says_so_without_it(answers):
    status, html = answers["/nulle-part/"]
    assert status == 404
    assert "Aucun signal à cette adresse" in html


def test_what_it_shows_in_other_pages_is_gone(app, answers):
    address, shown = SHOWS[app]
    assert shown not in answers[address][1]


def test_robots_leave_the_rest_alone_without_it(answers):
    status, text = answers["/robots.txt"]
    assert status == 200
    assert "Disallow: /cms/" in text


def test_with_all_apps_each_shows_what_it_has(site, visiteur):
    """The counterpart: what is looked for above is what these pages show otherwise."""
    from tests import factories

    factories.interview("Le facteur", slug="facteur")
    for address, shown in SHOWS.values():
        assert shown in visiteur.get(address).content.decode()
