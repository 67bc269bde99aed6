"""Readers see what is published, in their language, and nothing else."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests import factories
from tests.steps.sitemap import sitemap

pytestmark = pytest.mark.django_db

# What stands at each address, on a site where nothing is published yet.
CONTRACT = {
    "/": "Le premier entretien arrive bientôt.",
    "/entretiens/": "<h1>Entretiens</h1>",
    "/devis/": "<h1>Demandez un devis</h1>",
    "/recherche/?q=zeppelin": "Aucune page ne contient tous ces mots",
    "/en/": "The first interview is on its way.",
    "/en/interviews/": "<h1>Interviews</h1>",
    "/en/quote/": "<h1>Ask for a quote</h1>",
    "/en/search/?q=zeppelin": "No page has all of these words",
    "/mentions-legales/": "<h1>Mentions légales</h1>",
    "/sitemap.xml": "<loc>http://testserver/sitemap-people.xml</loc>",
    "/robots.txt": "Sitemap: http://testserver/sitemap.xml",
    "/healthz/live/": "ok",
    "/healthz/ready/": '"database": "ok"',
    "/entretiens/flux/": "<title>Entretiens – Cyberworkers</title>",
    "/en/interviews/feed/": "<title>Interviews – Cyberworkers</title>",
}


@pytest.mark.parametrize("address", CONTRACT)
def test_every_address_of_the_contract_answers(visiteur, address):
    answer = visiteur.get(address)
    assert answer.status_code == 200
    assert CONTRACT[address] in answer.content.decode()


def test_the_cms_asks_for_an_account(visiteur):
    assert visiteur.get("/cms/").url == "/cms/login/?next=/cms/"
    answer = visiteur.get("/cms/", follow=True)
    assert answer.status_code == 200
    assert 'name="password"' in answer.content.decode()


def test_an_interview_shows_its_people_questions_and_answers(visiteur):
    page = factories.interview(body=[factories.exchange("Qui a creusé ?")])
    html = visiteur.get(page.url).content.decode()
    assert "Le village a la fibre" in html
    assert "Hélène Marchetti" in html
    assert "Qui a creusé\u202f?" in html
    assert factories.ANSWER in html


def test_each_answer_of_several_speakers_says_who_speaks(visiteur):
    ines = factories.person("Inès Calvet", "ines-calvet")
    page = factories.interview(body=[factories.exchange(speaker=ines.pk)])
    assert "Inès Calvet" in visiteur.get(page.url).content.decode()


@pytest.mark.parametrize(
    "listing", ["/", "/entretiens/", "/entretiens/flux/", "/entretiens/sujet/fibre/"]
)
def test_listings_show_only_what_is_published_in_their_language(visiteur, listing):
    factories.interview("Publié en français")
    factories.interview("Brouillon", live=False)
    factories.interview("Published in English", language="en")
    private = factories.interview("Réservé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    html = visiteur.get(listing).content.decode()
    assert "Publié en français" in html
    assert "Brouillon" not in html
    assert "Published in English" not in html
    assert "Réservé" not in html


def test_the_sitemap_lists_what_is_published_in_both_languages(visiteur):
    factories.interview("Publié", slug="publie")
    factories.interview("Published", slug="published", language="en")
    factories.interview("Brouillon", slug="brouillon", live=False)
    found = sitemap(visiteur)
    assert {"/entretiens/publie/", "/en/interviews/published/"} < found.keys()
    assert not [address for address in found if "brouillon" in address]


def test_a_pasted_control_character_does_not_break_the_feed(visiteur):
    factories.interview("Le\x0bvillage", standfirst="Une\x08maire")
    xml = visiteur.get("/entretiens/flux/").content.decode()
    assert "Levillage" in xml
    assert "Unemaire" in xml


def test_an_interview_with_the_same_topic_twice_is_listed_once(visiteur):
    page = factories.interview("La fibre au village")
    page.topic_links.add(factories.InterviewTopic(topic=factories.topic(), locale=page.locale))
    page.save()
    html = visiteur.get("/entretiens/sujet/fibre/").content.decode()
    assert html.count("La fibre au village") == 1


def test_the_language_switch_stays_on_the_host_of_the_reader(visiteur):
    html = visiteur.get("/").content.decode()
    assert '<a href="/en/"' in html
    assert 'hreflang="en" href="http://testserver/en/"' in html


def test_a_draft_and_an_unknown_page_are_not_found(visiteur):
    draft = factories.interview(live=False)
    assert visiteur.get(draft.url).status_code == 404
    answer = visiteur.get("/entretiens/nulle-part/")
    assert answer.status_code == 404
    assert "Cyberworkers" in answer.content.decode()


@pytest.mark.parametrize("page", ["abc", "0", "-1", "999999999999999999999", "%00", "1e9"])
def test_nonsense_page_numbers_show_a_page(visiteur, page):
    factories.interview()
    answer = visiteur.get(f"/entretiens/?page={page}")
    assert answer.status_code == 200
    assert "Le village a la fibre" in answer.content.decode()


def test_a_null_byte_in_an_address_is_a_bad_request(visiteur):
    assert visiteur.get("/entretiens/%00/").status_code == 400
    assert visiteur.get("/%00").status_code == 400


def test_nor_does_one_in_a_cookie(visiteur):
    hostile = r'sessionid="\000aaaaaaaaaaaaaaa"'
    assert visiteur.get("/", headers={"cookie": hostile}).status_code == 400


def test_a_topic_without_published_interviews_is_not_found(visiteur):
    factories.topic("Droit", "droit")
    assert visiteur.get("/entretiens/sujet/droit/").status_code == 404
    assert visiteur.get("/entretiens/sujet/inconnu/").status_code == 404


def test_long_listings_are_divided_into_pages(visiteur):
    for number in range(15):
        factories.interview(f"Entretien numéro {number}")
    assert "?page=2" in visiteur.get("/entretiens/").content.decode()
    assert "Entretien numéro 0" in visiteur.get("/entretiens/?page=2").content.decode()


def test_related_interviews_leave_out_drafts(visiteur):
    shown, draft = factories.interview("À lire"), factories.interview("En cours", live=False)
    items = [factories.item(page.pk) for page in (shown, draft)]
    page = factories.interview(body=[{"type": "related", "value": {"interviews": items}}])
    html = visiteur.get(page.url).content.decode()
    assert "À lire" in html
    assert "En cours" not in html


def test_readers_get_no_cookie_and_load_nothing_from_elsewhere(visiteur):
    page = factories.interview()
    for address in ("/", "/entretiens/", page.url, "/recherche/?q=fibre"):
        answer = visiteur.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_french_and_english_pages_name_each_other(visiteur):
    html = visiteur.get("/entretiens/").content.decode()
    assert 'hreflang="en"' in html
    assert "/en/interviews/" in html
    assert '<html lang="fr"' in html
    assert '<html lang="en"' in visiteur.get("/en/interviews/").content.decode()


def test_browsers_set_to_english_still_get_french_without_prefix(visiteur):
    html = visiteur.get("/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="fr"' in html


def test_originals_and_documents_are_not_for_direct_download(visiteur):
    image = factories.image()
    assert visiteur.get(f"/media/{image.file.name}").status_code == 404
    rendition = image.get_rendition("width-100")
    assert visiteur.get(rendition.url).status_code == 200
    assert visiteur.get("/media/images/../original_images/x.jpg").status_code == 404


@pytest.mark.parametrize(
    ("model", "allowed"),
    [("home.HomePage", 0), ("articles.ArticleIndexPage", 0), ("contact.QuotePage", 0)]
    + [("home.StandardPage", 1)],
)
def test_there_is_one_home_one_index_and_one_quote_page_a_language(site, model, allowed):
    parent = site if model != "home.HomePage" else site.get_parent()
    assert apps.get_model(model).can_create_at(parent) == bool(allowed)


def test_an_impossible_file_name_is_not_found(visiteur):
    address = f"/media/images/{'a' * 300}"
    assert visiteur.get(address, follow=True).status_code == 404


@pytest.mark.parametrize(("prefix", "language"), [("/", "fr"), ("/en/", "en"), ("/", "fr")])
def test_an_error_page_speaks_the_language_of_the_address(visiteur, prefix, language):
    visiteur.get("/" if prefix == "/en/" else "/en/")
    assert f'<html lang="{language}"' in visiteur.get(f"{prefix}%00").content.decode()


def test_the_search_address_follows_the_language():
    assert reverse("search") == "/recherche/"
