"""What an answer is kept under, and the addresses in it."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from tests import factories
from tests.changes.reference import Reference
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(site):
    return Server()


def test_trackers_of_one_reader_are_not_in_the_answer_of_the_next(server):
    for number in range(15):
        factories.interview(f"Entretien {number}")
    server.get("/entretiens/?utm_campaign=secret")
    assert b"secret" not in server.get("/entretiens/")["body"]


def test_a_redirect_of_an_address_with_a_tracker_is_followed(server):
    path = Redirect.normalise_path("/campagne/?utm_source=lettre")
    Redirect.objects.create(old_path=path, redirect_link="/en/")
    for _visit in range(2):
        answer = server.get("/campagne/?utm_source=lettre")
        assert (answer["status"], answer["headers"]["Location"]) == (301, "/en/")
        assert server.get("/campagne/?utm_source=autre")["status"] == 404


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/en/",
        "/entretiens/flux/",
        "/entretiens/sujet/fibre/",
        "/entretiens/personne/helene-marchetti/",
        "/entretiens/un-autre-nom/",
        "/sitemap-0.xml",
        "/sitemap-topics.xml",
    ],
)
def test_a_change_of_the_sites_own_address_is_seen_at_once(server, address):
    factories.interview().create_alias(update_slug="un-autre-nom")
    server.get(address)
    Site.objects.update(port=8080)
    body = server.get(address)["body"]
    assert b"http://testserver:8080/" in body
    assert body == Reference().get(address).body
