"""Every address says what it is: title, description, address, languages, what others show."""

import pytest
from wagtail.models import Page

from articles.models import InterviewPage
from editing.share_image.studio import draw_wanted
from home.models import StandardPage
from tests import factories
from tests.steps.head import Head, head
from tests.steps.pictures import work

pytestmark = pytest.mark.django_db
ROOT = "http://testserver"


@pytest.mark.parametrize(
    "address",
    ["/", "/entretiens/", "/entretiens/sujet/fibre/", "/entretiens/la-fibre/", "/devis/"]
    + ["/mentions-legales/", "/en/", "/en/interviews/", "/en/quote/"],
)
def test_every_kind_of_page_names_itself(visiteur, address):
    factories.interview(slug="la-fibre")
    factories.interview(language="en")
    found = head(visiteur, address)
    language = "en_GB" if address.startswith("/en/") else "fr_FR"
    assert found.link("canonical") == found.meta["og:url"] == ROOT + address
    assert found.meta["og:title"] in found.title
    assert found.meta["og:locale"] == language
    assert found.meta["og:site_name"] == "Cyberworkers"
    assert found.meta["og:type"] == ("article" if "la-fibre" in address else "website")
    assert found.meta["robots"] == "max-image-preview:large"
    assert found.meta["twitter:card"].startswith("summary")
    assert found.languages["x-default"]


def test_a_description_is_that_for_search_engines_else_the_standfirst_else_nothing(visiteur):
    page = factories.interview(standfirst="Une maire raconte.")
    found = head(visiteur, page.url).meta
    assert found["description"] == found["og:description"] == "Une maire raconte."
    page.search_description = "Pour les moteurs."
    page.save()
    assert head(visiteur, page.url).meta["description"] == "Pour les moteurs."
    page.search_description = page.standfirst = ""
    page.save()
    found = head(visiteur, page.url).meta
    assert "description" not in found
    assert "og:description" not in found


def test_a_topic_has_its_own_words(visiteur):
    topic = factories.topic()
    topic.description = "Des tranchées et des pylônes."
    topic.save()
    factories.interview()
    found = head(visiteur, "/entretiens/sujet/fibre/")
    assert found.meta["og:title"] == "Fibre"
    assert found.meta["description"] == "Des tranchées et des pylônes."


def test_a_topic_and_a_person_are_shown_by_a_picture_and_not_by_the_words_of_the_list(visiteur):
    factories.index().save_revision().publish()
    plain = factories.interview()
    plain.save_revision().publish()
    draw_wanted()
    listed = head(visiteur, "/entretiens/").meta["og:image"]
    for address in ("/entretiens/sujet/fibre/", "/entretiens/personne/helene-marchetti/"):
        assert "og:image" not in head(visiteur, address).meta
    factories.interview(hero_image=factories.image(), date=plain.date)
    for address in ("/entretiens/sujet/fibre/", "/entretiens/personne/helene-marchetti/"):
        head(visiteur, address)
        work()
        shown = head(visiteur, address).meta["og:image"]
        assert shown != listed and "pylone" in shown


def test_the_card_of_the_list_says_what_is_in_it(site):
    index = factories.index()
    index.standfirst = "Ils tirent la fibre."
    assert index.share_words().text == "Ils tirent la fibre."


def test_a_page_names_the_languages_in_which_it_can_be_read(visiteur):
    factories.interview()
    found = head(visiteur, "/entretiens/")
    assert found.languages == {
        "fr": f"{ROOT}/entretiens/",
        "en": f"{ROOT}/en/interviews/",
        "x-default": f"{ROOT}/entretiens/",
    }
    assert found.meta["og:locale:alternate"] == "en_GB"
    Page.objects.filter(slug="interviews").update(live=False)
    assert "en" not in head(visiteur, "/entretiens/").languages


def test_a_topic_names_its_languages_and_the_switch_leads_there(visiteur):
    factories.interview()
    french, english = factories.topic(), factories.topic("Fibre", "fibre-en", "en")
    english.translation_key = french.translation_key
    english.save()
    assert list(head(visiteur, "/entretiens/sujet/fibre/").languages) == ["fr", "x-default"]
    english_page = factories.interview(language="en")
    english_page.topic_links = [factories.InterviewTopic(topic=english, locale=english_page.locale)]
    english_page.save()
    answer = visiteur.get("/entretiens/sujet/fibre/")
    assert '<a href="/en/interviews/topic/fibre-en/"' in answer.content.decode()
    languages = head(visiteur, "/en/interviews/topic/fibre-en/").languages
    assert languages["fr"] == languages["x-default"] == f"{ROOT}/entretiens/sujet/fibre/"


def test_an_alias_names_its_source_as_the_address_to_be_found(visiteur):
    page = factories.interview(slug="la-fibre")
    alias = page.create_alias(update_slug="copie")
    found = head(visiteur, alias.url)
    assert found.link("canonical") == found.meta["og:url"] == f"{ROOT}{page.url}"


def test_each_page_of_a_list_stands_for_itself(visiteur):
    for _ in range(15):
        factories.interview()
    found = head(visiteur, "/entretiens/?page=2")
    assert found.link("canonical") == f"{ROOT}/entretiens/?page=2"
    assert not found.languages
    assert found.title == "Entretiens – page 2 – Cyberworkers"
    assert found.meta["og:title"] == "Entretiens – page 2"
    for end, name in (("sujet/fibre", "Fibre"), ("personne/helene-marchetti", "Hélène Marchetti")):
        assert f"{name} – page 2" in head(visiteur, f"/entretiens/{end}/?page=2").title
    assert head(visiteur, "/entretiens/?page=99").link("canonical").endswith("?page=2")


@pytest.mark.parametrize(
    "address",
    [
        "/recherche/?q=fibre",
        "/en/search/",
        "/nulle-part/",
        "/entretiens/?tri=titre",
        "/en/interviews/",
    ],
)
def test_what_is_not_worth_finding_is_not_indexed(visiteur, address):
    factories.interview()
    found = head(visiteur, address)
    assert found.meta["robots"] == "noindex"
    assert not found.link("canonical")
    assert "og:title" not in found.meta
    assert not found.graph


def test_a_measured_link_to_a_list_is_still_the_list(visiteur):
    factories.interview()
    found = head(visiteur, "/entretiens/?utm_source=lettre")
    assert found.link("canonical") == f"{ROOT}/entretiens/"
    assert found.meta["robots"] == "max-image-preview:large"


def test_the_thank_you_page_is_not_indexed(visiteur):
    from tests.steps.quote_form import post

    answer = post(visiteur)
    assert head(visiteur, answer.url).meta["robots"] == "noindex"


def test_quotes_and_angle_brackets_stay_text(visiteur, site):
    page = StandardPage(
        title='"><script>alert(1)</script>',
        slug="hostile",
        body="<p>Texte.</p>",
        locale=site.locale,
    )
    site.add_child(instance=page)
    answer = visiteur.get("/hostile/")
    assert b"<script>alert" not in answer.content
    assert head(visiteur, "/hostile/").meta["og:title"] == page.title


def test_a_page_that_was_never_saved_can_be_previewed(site):
    page = InterviewPage(title="Bientôt", slug="bientot", locale=site.locale)
    answer = page.make_preview_request()
    assert answer.status_code == 200
    assert "Bientôt" in Head(answer.render()).title
    assert factories.index().make_preview_request().status_code == 200
