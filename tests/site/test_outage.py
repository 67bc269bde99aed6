"""While the database is away, visitors read what that means for them, in their language."""

import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.test import Client

from cyberworkers.static_files import ERROR_PAGES, error_pages
from tests import factories

pytestmark = pytest.mark.django_db


def without_database(method, address, *arguments, error=OperationalError):
    def away(execute, sql, params, many, context):
        raise error("away")

    client = Client(raise_request_exception=False)
    with connection.execute_wrapper(away):
        return getattr(client, method)(address, *arguments)


@pytest.mark.parametrize("address", ["/", "/nulle-part/", "/media/images/rien.jpg"])
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_page_is_answered_503_and_kept_by_nobody(site, address, error):
    answer = without_database("get", address, error=error)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert answer["Cache-Control"] == "no-store"
    html = answer.content.decode()
    assert "Le site fait une pause" in html
    assert 'name="robots" content="noindex"' in html


def test_another_fault_is_still_one_of_ours(site):
    answer = without_database("get", "/", error=ProgrammingError)
    assert answer.status_code == 500
    assert "Retry-After" not in answer


@pytest.mark.parametrize(
    ("language", "says"), [("fr", "n'a pas été pris en compte"), ("en", "was not taken")]
)
def test_a_form_is_told_that_it_was_not_taken_and_where_its_text_is(site, language, says):
    page = factories.quote_page(language)
    answer = without_database("post", page.url, factories.REQUEST)
    html = answer.content.decode().replace("\u2019", "'")
    assert answer.status_code == 503
    assert f'<html lang="{language}"' in html
    assert says in html


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_web_server_gets_pages_that_lead_to_the_legal_notice(visiteur, site, language):
    pages = dict(error_pages())
    assert len(pages) == 2 * len(ERROR_PAGES)
    html = pages[f"errors/away.{language}.html"]
    address = html.partition('<a href="')[2].partition('"')[0]
    assert visiteur.get(address).status_code == 200
