"""The menu of the CMS says how many requests wait."""

import re

import pytest

from tests.steps.inbox import ask

pytestmark = pytest.mark.django_db


def badge(client):
    html = client.get("/cms/").content.decode().replace("\\u00A0", " ")
    found = re.search(r'data-waiting(?:\\u0022|&quot;|"): (?:\\u0022|&quot;|")([0-9+]+)', html)
    return found and found[1]


def test_the_badge_counts_new_requests_only(commercial, site):
    assert badge(commercial) is None
    ask()
    ask(minutes=1)
    ask(state="in_progress")
    ask(state="spam")
    assert badge(commercial) == "2"
    assert "Demandes de devis, 2 en attente" in commercial.get("/cms/").content.decode()


def test_the_badge_counts_no_further_than_99(commercial, site):
    for number in range(101):
        ask(minutes=number)
    assert badge(commercial) == "99+"
    assert "99+ demandes en attente" in commercial.get("/cms/").content.decode()


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice"])
def test_who_may_not_see_requests_has_no_badge(who, request, site):
    ask()
    client = request.getfixturevalue(who)
    assert badge(client) is None
    assert "data-waiting" not in client.get("/cms/").content.decode()
