"""A page that asks for a password or an account asks in the site's dress and language."""

import pytest
from wagtail.models import PageViewRestriction

from home.setup import roles
from tests import factories
from tests.conftest import PASSWORD, account

pytestmark = pytest.mark.django_db


def private(kind, language="fr", **fields):
    page = factories.interview("Secret", language=language)
    PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)
    return page


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
@pytest.mark.parametrize(("language", "words"), [("fr", "Cette page"), ("en", "This page")])
def test_it_asks_in_the_dress_of_the_site_and_tells_nothing_of_the_page(
    visiteur, kind, language, words
):
    page = private(kind, language, password="sésame")
    answer = visiteur.get(page.url, follow=True)
    html = answer.content.decode()
    assert f'<html lang="{language}">' in html
    assert 'class="masthead"' in html and "/static/css/site" in html
    assert f"<h1>{words}" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "Secret" not in html
    assert "<label for" in html and 'type="password"' in html


def test_a_wrong_password_is_said_and_the_right_one_opens_the_page(visiteur):
    page = private(PageViewRestriction.PASSWORD, password="sésame")
    asked = visiteur.get(page.url, follow=True)
    action, back = asked.context_data["action_url"], {"return_url": page.url}
    refused = visiteur.post(action, {"password": "non", **back})
    assert 'class="field__error" role="alert"' in refused.content.decode()
    assert visiteur.post(action, {"password": "sésame", **back}).url == page.url
    assert "Secret" in visiteur.get(page.url).content.decode()


def test_an_account_opens_the_page(visiteur):
    page = private(PageViewRestriction.LOGIN)
    account("lectrice", roles.WRITER)
    asked = visiteur.get(page.url, follow=True)
    login = asked.redirect_chain[-1][0].partition("?")[0]
    values = {"username": "lectrice", "next": page.url}
    refused = visiteur.post(login, values | {"password": "non"})
    assert 'role="alert"' in refused.content.decode()
    assert visiteur.post(login, values | {"password": PASSWORD}).url == page.url


@pytest.mark.parametrize("end", ["login/", "password_reset/", "password_reset/done/"])
def test_the_newsroom_is_entered_under_the_name_of_the_magazine(visiteur, site, end):
    html = visiteur.get(f"/cms/{end}").content.decode()
    assert "cms/login" in html
    assert "Wagtail</h1>" not in html
    assert "Connexion à la rédaction" in html or "password_reset" in end


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
def test_caches_put_the_answer_in_the_place_of_the_public_page(visiteur, kind):
    """What forbids to keep it, or sets a cookie, would leave the public page where it is."""
    page = private(kind, password="sésame")
    answer = visiteur.get(page.url)
    assert answer.status_code == 302
    assert not answer.cookies
    assert not {"Cache-Control", "Expires"} & answer.headers.keys()
    asked = visiteur.get(page.url, follow=True)
    assert "no-store" in asked["Cache-Control"]


def test_a_page_below_a_protected_one_leads_back_to_itself(visiteur):
    page = factories.interview("Secret")
    PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="sésame"
    )
    asked = visiteur.get(f"{page.url}?page=2", follow=True)
    fields = {"password": "sésame", "return_url": asked.context_data["form"]["return_url"].value()}
    assert visiteur.post(asked.context_data["action_url"], fields).url == f"{page.url}?page=2"
    assert "Secret" in visiteur.get(page.url).content.decode()
