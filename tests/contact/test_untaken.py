"""A request that cannot be taken just then: the form says so, and keeps what was typed."""

import sqlite3

import pytest
from django.db import connection
from django.test import Client

from contact.models import QuoteRequest
from tests import factories
from tests.doubles.busy_database import takes_nothing
from tests.steps.quote_form import post, token

pytestmark = pytest.mark.django_db


def test_a_database_that_takes_nothing_loses_no_text_and_the_form_can_be_sent_again(visiteur):
    same = token(visiteur)
    with takes_nothing():
        answer = visiteur.post("/devis/", {"form-token": same, **factories.REQUEST})
    html = answer.content.decode()
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "Le site ne peut pas recevoir votre demande" in html
    for text in filter(None, factories.REQUEST.values()):
        assert text.replace("'", "&#x27;") in html
    assert visiteur.post("/devis/", {"form-token": same, **factories.REQUEST}).status_code == 302
    assert QuoteRequest.objects.count() == 1


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_real_lock_of_sqlite(site):
    client = Client()
    same = token(client)
    connection.close()
    connection.settings_dict["OPTIONS"]["timeout"] = 0.2
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        answer = client.post("/devis/", {"form-token": same, **factories.REQUEST})
    finally:
        other.close()
        connection.close()
        connection.settings_dict["OPTIONS"]["timeout"] = 20
    assert answer.status_code == 503
    assert "Menuiserie Prévert" in answer.content.decode()


def refused(origin="http://testserver", address="/devis/", **more):
    """Send a form without the cookie that it needs, as a browser does that refuses cookies."""
    client = Client(enforce_csrf_checks=True)
    values = {"form-token": token(Client()), **factories.REQUEST, **more}
    return client.post(address, values, HTTP_ORIGIN=origin)


def test_who_refuses_cookies_can_copy_the_text_and_reads_how_to_write_otherwise(site):
    answer = refused()
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "Menuiserie Prévert" in html
    assert "Nous fabriquons des escaliers." in html
    assert 'href="/mentions-legales/"' in html


def test_nothing_of_another_site_or_of_the_cms_is_repeated(site):
    assert "Menuiserie" not in refused(origin="https://evil.example").content.decode()
    assert "Menuiserie" not in refused(address="/cms/login/").content.decode()


def test_what_is_repeated_is_text(site):
    assert "<script>alert" not in refused(context="<script>alert(1)</script>").content.decode()


def test_a_good_form_is_still_taken(visiteur):
    assert post(visiteur).status_code == 302
