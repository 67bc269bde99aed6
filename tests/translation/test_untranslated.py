"""No way puts text under /en/ that is in the source's language: each is tried by each role."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from home.models import HomePage
from tests import factories
from tests.conftest import account
from tests.roles.actions import pages
from tests.roles.newsroom import CAST, CHIEF, hire, person
from tests.roles.ways import WAYS
from tests.steps import following, reviewing, translating

pytestmark = pytest.mark.django_db

EVERYBODY = [*CAST, "administratrice"]
FRENCH = "Un premier jet."


@pytest.fixture(autouse=True)
def people(site):
    hire()
    account("administratrice", None)


@pytest.fixture
def french(people):
    page = reviewing.standard_page(person(CHIEF).user)
    page.get_latest_revision().publish()
    return Page.objects.get(pk=page.pk).specific


@pytest.fixture
def english(french):
    """The English draft, in which nothing is translated."""
    return translating.to_english(french)


def home(language):
    return HomePage.objects.get(locale=factories.locale(language))


def french_in_english(visiteur):
    """Return the addresses below /en/ that show readers the French text."""
    live = Page.objects.descendant_of(home("en")).live()
    found = [visiteur.get(page.url) for page in live]
    return [one.request["PATH_INFO"] for one in found if FRENCH in one.content.decode()]


def convert(client, page, how):
    if how == "button":
        return following.post(client, reviewing.edit_url(page), {"localize-convert-to-alias": "1"})
    return following.post(client, reverse("wagtail_localize:convert_to_alias", args=[page.pk]), {})


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_translation_becomes_no_alias(english, who, visiteur):
    for how in ("button", "address"):
        convert(person(who), english, how)
        assert translating.fresh(english).alias_of is None
        assert not french_in_english(visiteur)


def test_whoever_tries_is_told_why(english):
    answer = convert(person(CHIEF), english, "address")
    assert "Une traduction ne peut pas devenir un alias" in translating.said(answer)
    assert "localize-convert-to-alias" not in translating.seen(person(CHIEF), english)


@pytest.mark.parametrize("who", EVERYBODY)
def test_no_way_publishes_what_is_not_translated(english, who, visiteur):
    client, destination = person(who), home("en")
    for way in WAYS:
        if Page.objects.filter(pk=english.pk).exists():
            way(client, english, destination)
            assert not french_in_english(visiteur), way.__name__


def test_an_alias_in_another_language_is_not_shown(french, visiteur):
    alias = french.copy_for_translation(factories.locale("en"), alias=True)
    assert not translating.fresh(alias).live
    french.body = f"<p>{FRENCH} Encore.</p>"
    french.save_revision().publish()
    assert not translating.fresh(alias).live
    assert not french_in_english(visiteur)


def test_nor_when_the_languages_are_kept_in_step(visiteur):
    english, french = factories.locale("en"), factories.locale("fr")
    LocaleSynchronization.objects.create(locale=english, sync_from=french)
    client = person(CHIEF)
    data = reviewing.nested_form_data(
        {
            "title": "Une page",
            "slug": "une-page",
            "body": reviewing.rich_text(f"<p>{FRENCH}</p>"),
            "seo_title": "",
            "search_description": "Ce que c’est.",
            "comments": reviewing.COMMENTS,
            "action-publish": "1",
        }
    )
    client.post(pages("add", "home", "standardpage", home("fr").pk), data)
    page = Page.objects.get(title="Une page", locale=french)
    assert page.live
    assert page.get_translation(english).alias_of_id == page.pk
    assert not french_in_english(visiteur)


def test_nor_the_pages_above_a_translation(french, visiteur):
    below = reviewing.standard_page(person(CHIEF).user, "En dessous")
    below.move(french, "last-child")
    address = reverse("wagtail_localize:submit_page_translation", args=[below.pk])
    person(CHIEF).post(address, {"locales": factories.locale("en").pk})
    below.refresh_from_db()
    assert below.get_translation(factories.locale("en")).get_parent().alias_of
    assert not french_in_english(visiteur)


@pytest.mark.parametrize("who", EVERYBODY)
def test_an_alias_in_another_language_becomes_a_page_by_translation_only(french, who, visiteur):
    alias = french.copy_for_translation(factories.locale("en"), alias=True)
    person(who).post(pages("convert_alias", alias.pk))
    assert translating.fresh(alias).alias_of_id == french.pk


def copy(client, page, to, **more):
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": to.pk, **more}
    return following.post(client, pages("copy", page.pk), data)


HOW = [{}, {"publish_copies": "on"}, {"alias": "on"}]


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_french_page_is_not_copied_below_an_english_one(french, who, visiteur):
    for how in HOW:
        copy(person(who), french, home("en"), **how)
        assert not Page.objects.filter(slug="copie").exists(), how


@pytest.mark.parametrize("who", EVERYBODY)
def test_nor_moved_there(french, who, visiteur):
    person(who).post(pages("move_confirm", french.pk, home("en").pk))
    assert translating.fresh(french).get_parent().pk == home("fr").pk


@pytest.mark.parametrize("who", EVERYBODY)
def test_what_is_not_translated_is_not_copied(english, who, visiteur):
    """A copy is no translation any more: nobody would know what is missing."""
    for how in HOW:
        copy(person(who), english, home("en"), **how)
        assert not Page.objects.filter(slug="copie").exists(), how


def test_what_is_translated_is_copied(english):
    translating.complete(english, person(CHIEF).user)
    translating.publish(person(CHIEF), english)
    copy(person(CHIEF), english, home("en"), publish_copies="on")
    assert Page.objects.get(slug="copie").live


def test_an_alias_in_the_same_language_is_shown(french, visiteur):
    copy(person(CHIEF), french, home("fr"), alias="on")
    alias = Page.objects.get(slug="copie")
    assert alias.live
    assert FRENCH in visiteur.get(alias.url).content.decode()


@pytest.mark.parametrize("who", EVERYBODY)
def test_what_is_not_translated_is_not_stopped_and_then_published(english, who, visiteur):
    one = translating.translation(english)
    address = reverse("wagtail_localize:stop_translation", args=[one.pk])
    answer = following.post(person(who), address, {})
    one.refresh_from_db()
    assert one.enabled
    if who == CHIEF:
        assert "Non arrêtée" in translating.said(answer)


def test_what_is_live_in_another_language_since_an_older_version_is_named_on_the_home(
    french, visiteur
):
    alias = french.create_alias(
        parent=home("en"), update_locale=factories.locale("en"), reset_translation_key=False
    )
    assert not french_in_english(visiteur)
    assert alias.title not in person(CHIEF).get("/cms/").content.decode()
    Page.objects.filter(pk=alias.pk).update(live=True)  # before it was kept from readers
    assert french_in_english(visiteur)
    said = person(CHIEF).get("/cms/").content.decode()
    assert "dans une autre langue que celle de leur adresse" in said
    assert f"“{alias.title}”" in said
    assert visiteur.get("/healthz/ready/").json()["languages"] == "failing"
