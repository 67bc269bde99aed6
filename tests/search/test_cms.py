"""Whatever is typed into a search of the CMS, the CMS answers."""

import pytest

from tests import factories
from tests.conftest import account, signed_in

pytestmark = pytest.mark.django_db

HOSTILE = ['"', "'", "*", "NEAR(", "a AND", "AND", "^", ":", "a:b", "\x00", "-", "a" * 5_000]
HOSTILE += [
    "🙂",
    "🙂" * 5_000,
    "مرحبا",
    "\u202eabc",
    "\u0301" * 500,
    "ﬁ",
    "½",
    "a\u200b",
    "x" * 10_000,
]
HOSTILE += ["é" * 300, "a " * 2_500, '"a', 'a" OR "b', "a''b", "%", "(", "&|!", "title:x", "\\"]


@pytest.fixture
def administratrice(site):
    return signed_in(account("administratrice", None))


@pytest.mark.parametrize(
    "address",
    [
        "/cms/pages/search/",
        "/cms/pages/search/results/",
        "/cms/pages/",
        "/cms/images/",
        "/cms/images/results/",
        "/cms/documents/",
        "/cms/snippets/articles/person/",
        "/cms/snippets/articles/topic/",
        "/cms/choose-page/search/",
        "/cms/images/chooser/results/",
        "/cms/documents/chooser/results/",
        "/cms/snippets/choose/articles/person/results/",
        "/cms/quote_requests/",
        "/cms/reply_templates/",
        "/cms/users/",
    ],
)
def test_nothing_that_is_typed_breaks_a_search(administratrice, address):
    for typed in HOSTILE:
        assert administratrice.get(address, {"q": typed}).status_code == 200, typed[:20]
    for unreadable in ("%ED%A0%80", "%FF%FE", "%", "a%00b"):
        assert administratrice.get(f"{address}?q={unreadable}").status_code < 500, unreadable


def test_a_search_still_finds(administratrice):
    factories.interview("Le village a la fibre")
    html = administratrice.get("/cms/pages/search/", {"q": "village fibre"}).content.decode()
    assert "Le village a la fibre" in html
    html = administratrice.get("/cms/pages/search/", {"q": '"village a la"'}).content.decode()
    assert "Le village a la fibre" in html
    html = administratrice.get("/cms/pages/search/", {"q": "port"}).content.decode()
    assert "Le village a la fibre" not in html


@pytest.mark.parametrize("make", [factories.person, factories.topic])
def test_people_and_topics_are_found_in_the_language_that_is_asked_for(administratrice, make):
    found = make("Éloïse", "eloise")
    other = make("Éloïse", "eloise-too", language="en")
    address = f"/cms/snippets/choose/articles/{found._meta.model_name}/results/"
    html = administratrice.get(address, {"q": "Éloïse", "locale": "fr"}).content.decode()
    assert f'/{found.pk}/"' in html
    assert f'/{other.pk}/"' not in html
