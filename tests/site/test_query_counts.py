"""Queries do not grow with the data."""

import pytest

from tests import factories
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db


def test_an_interview_takes_as_many_queries_with_one_of_each_block_as_with_eight(visiteur):
    linked = factories.interview("Un autre entretien")
    short = factories.interview(body=factories.rich_body(1, linked), hero_image=factories.image())
    long = factories.interview(body=factories.rich_body(8, linked), hero_image=factories.image())
    assert queries(visiteur, long.url) == queries(visiteur, short.url)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/entretiens/",
        "/entretiens/flux/",
        "/entretiens/sujet/fibre/",
        "/entretiens/personne/helene-marchetti/",
        "/recherche/?q=village",
    ],
)
def test_a_listing_takes_as_many_queries_with_two_interviews_as_with_ten(visiteur, address):
    for _ in range(2):
        factories.interview(hero_image=factories.image())
    few = queries(visiteur, address)
    for _ in range(8):
        factories.interview(hero_image=factories.image())
    assert queries(visiteur, address) == few


def test_an_interview_takes_as_many_queries_whatever_the_number_of_interviews(visiteur):
    page = factories.interview(hero_image=factories.image())
    for _ in range(3):  # as many as it recommends
        factories.interview(hero_image=factories.image())
    few = queries(visiteur, page.url)
    for _ in range(12):
        factories.interview(hero_image=factories.image())
    assert queries(visiteur, page.url) == few


def test_the_inbox_takes_as_many_queries_with_two_requests_as_with_ten(commercial, client):
    from tests.steps.quote_form import post

    for _ in range(2):
        post(client)
    few = queries(commercial, "/cms/quote_requests/")
    for _ in range(8):
        post(client)
    assert queries(commercial, "/cms/quote_requests/") == few
