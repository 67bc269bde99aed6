"""The feeds hold the whole text, in valid Atom, of what anybody may read in their language."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from django.utils.http import parse_http_date
from wagtail.models import PageViewRestriction

from articles.models import Interviewer
from tests import factories
from tests.steps.pictures import make_all
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = ["/entretiens/flux/", "/entretiens/sujet/fibre/flux/"]


def feed(client, address="/entretiens/flux/"):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own


def entries(client, address="/entretiens/flux/"):
    return feed(client, address).findall("a:entry", ATOM)


def text(element, name):
    return element.findtext(f"a:{name}", namespaces=ATOM)


def content(entry):
    return BeautifulSoup(text(entry, "content"), "html.parser")


@pytest.mark.parametrize("address", FEEDS)
def test_only_what_is_published_in_its_language_is_in_it(visiteur, address):
    factories.interview("Publié")
    factories.interview("Brouillon", live=False)
    factories.interview("Published in English", language="en")
    private = factories.interview("Réservé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert [text(entry, "title") for entry in entries(visiteur, address)] == ["Publié"]


def test_a_topic_has_a_feed_of_its_own(visiteur):
    factories.interview("La fibre")
    other = factories.interview("Le droit")
    law = factories.topic("Droit", "droit")
    other.topic_links = [factories.InterviewTopic(topic=law, locale=other.locale)]
    other.save()
    assert [text(e, "title") for e in entries(visiteur, "/entretiens/sujet/droit/flux/")] == [
        "Le droit"
    ]
    assert "Droit" in text(feed(visiteur, "/entretiens/sujet/droit/flux/"), "title")
    assert visiteur.get("/entretiens/sujet/inconnu/flux/").status_code == 404


def test_the_english_feed_has_english_addresses(visiteur):
    page = factories.interview("The village", language="en")
    topic = page.topics[0]
    found = feed(visiteur, f"/en/interviews/topic/{topic.slug}/feed/")
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert found.find("a:entry/a:link", ATOM).get("href").endswith(page.url)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("/", "/entretiens/flux/"),
        ("/entretiens/sujet/fibre/", "/entretiens/flux/"),
        ("/entretiens/sujet/fibre/", "/entretiens/sujet/fibre/flux/"),
        ("/en/", "/en/interviews/feed/"),
    ],
)
def test_feed_readers_find_it(visiteur, page, address):
    factories.interview()
    soup = BeautifulSoup(visiteur.get(page).content, "html.parser")
    links = soup.find_all("link", rel="alternate", type="application/atom+xml")
    assert address in [link["href"] for link in links]


def test_an_entry_says_who_wrote_it_about_what_and_when(visiteur):
    page = factories.interview(date="2026-03-01")
    people = [factories.person("Inès Calvet", "ines"), factories.person("Marc Roux", "marc")]
    page.interviewer_links = [Interviewer(person=one, locale=page.locale) for one in people]
    page.save_revision().publish()
    (entry,) = entries(visiteur)
    authors = entry.findall("a:author/a:name", ATOM)
    assert [author.text for author in authors] == ["Inès Calvet", "Marc Roux"]
    assert entry.find("a:category", ATOM).get("term") == "Fibre"
    assert text(entry, "published").startswith("2026-03-01")
    assert text(entry, "updated")[:10] == f"{timezone.now():%Y-%m-%d}"
    assert text(feed(visiteur), "updated") == text(entry, "updated")
    assert feed(visiteur).findtext("a:author/a:name", namespaces=ATOM) == "Cyberworkers"


def test_an_entry_is_dated_even_if_nobody_published_it_in_the_cms(visiteur):
    factories.interview(date="2026-03-01")
    (entry,) = entries(visiteur)
    assert text(entry, "updated").startswith("2026-03-01")


def test_the_date_of_an_interview_to_come_is_not_that_of_a_change(visiteur):
    page = factories.interview(date=timezone.localdate() + timedelta(days=20))
    page.save_revision().publish()
    answer = visiteur.get("/entretiens/flux/")
    assert parse_http_date(answer["Last-Modified"]) <= timezone.now().timestamp()
    assert text(feed(visiteur), "updated") == text(entries(visiteur)[0], "updated")


def test_an_entry_keeps_its_identity_when_its_address_and_title_change(visiteur):
    page = factories.interview()
    before = text(entries(visiteur)[0], "id")
    page.slug, page.title = "autre-adresse", "Autre titre"
    page.save_revision().publish()
    (after,) = entries(visiteur)
    assert text(after, "id") == before
    assert text(after, "title") == "Autre titre"
    english = factories.interview(language="en")
    english.translation_key = page.translation_key
    english.save()
    assert text(entries(visiteur, "/en/interviews/feed/")[0], "id") != before


def test_every_block_is_there_as_plain_html_with_full_addresses(visiteur):
    linked = factories.interview("Un autre entretien", date="2020-01-01")
    factories.interview(
        body=factories.rich_body(1, linked), hero_image=factories.image(), hero_alt="La mairie"
    )
    assert not content(entries(visiteur)[0])("img")  # no reader waits for one
    make_all()
    soup = content(entries(visiteur)[0])
    shown = soup.get_text()
    for words in (
        "Pourquoi rester\u202f?",
        "Le village",
        "Nous restons.",
        "Le pylône",
        "14",
        "Visite",
    ):
        assert words in shown
    assert "Un autre entretien" not in shown  # what to read next is for readers of the site
    addresses = [tag["href"] for tag in soup("a")] + [tag["src"] for tag in soup("img")]
    assert len(addresses) > 5
    assert all(re.match("https?://", address) for address in addresses)
    assert f"http://testserver{linked.url}" in addresses
    for image in soup("img"):
        assert int(image["width"]) > 0
        assert int(image["height"]) > 0
        assert "alt" in image.attrs
    assert soup.img["alt"] == "La mairie"
    assert "Lien vers la question" not in shown  # there is no mark to point at in a feed reader
    assert not soup(["script", "source", "nav", "section", "div", "picture"])
    assert not [tag for tag in soup(True) if {"class", "id", "style"} & set(tag.attrs)]


def test_a_main_image_whose_file_is_gone_is_left_out(visiteur):
    image = factories.image()
    image.file.storage.delete(image.file.name)
    factories.interview(hero_image=image)
    assert not content(entries(visiteur)[0])(["img", "figure"])


def test_hostile_text_is_text(visiteur):
    hostile = "<script>alert(1)</script> ]]> &amp; \x0b\x08\ufffe"
    factories.interview(hostile, standfirst=hostile, body=[factories.exchange(hostile)])
    (entry,) = entries(visiteur)
    clean = "<script>alert(1)</script> ]]> &amp; "
    assert text(entry, "title").strip() == clean.strip()
    assert BeautifulSoup(text(entry, "summary"), "html.parser").get_text().strip() == clean.strip()
    assert clean.strip() in content(entry).get_text()
    assert not content(entry).script


def test_a_reader_who_has_it_gets_nothing_twice(visiteur):
    page = factories.interview()
    page.save_revision().publish()
    first = visiteur.get("/entretiens/flux/")
    etag, modified = first["ETag"], first["Last-Modified"]
    for headers in ({"if-none-match": etag}, {"if-modified-since": modified}):
        again = visiteur.get("/entretiens/flux/", headers=headers)
        assert again.status_code == 304
        assert again.content == b""
    factories.interview("Nouveau")
    assert visiteur.get("/entretiens/flux/", headers={"if-none-match": etag}).status_code == 200
    page.unpublish()
    answer = visiteur.get("/entretiens/flux/", headers={"if-none-match": etag})
    assert answer.status_code == 200


def test_a_feed_without_interviews_is_valid(visiteur):
    found = feed(visiteur)
    assert not found.findall("a:entry", ATOM)
    assert text(found, "updated") == "1970-01-01T00:00:00+00:00"  # the same at each view


def test_text_that_is_no_sound_html_stays_text(visiteur):
    broken = '<p>5 < 6 <a href="javascript:alert(1)" onclick=x>là</a> <img src=x onerror=alert(1)'
    factories.interview(body=[factories.exchange(answers=[broken])])
    soup = content(entries(visiteur)[0])
    assert "5 < 6" in soup.get_text()
    assert all(set(tag.attrs) <= {"href", "src", "alt"} for tag in soup(True))
    assert not [link for link in soup("a") if link.get("href")]


def test_it_costs_as_many_queries_with_one_of_each_block_as_with_many(visiteur):
    linked = factories.interview("Un autre entretien", date="2020-01-01")
    body = factories.rich_body(1, linked)
    factories.interview(body=body, hero_image=factories.image())
    few = queries(visiteur, "/entretiens/flux/")
    for _ in range(3):
        factories.interview(body=factories.rich_body(3, linked), hero_image=factories.image())
    assert queries(visiteur, "/entretiens/flux/") == few


def test_it_costs_as_many_queries_with_images_in_two_interviews_as_in_ten(visiteur):
    def one():
        factories.interview(hero_image=factories.image())

    one()
    one()
    few = queries(visiteur, "/entretiens/flux/")
    for _ in range(8):
        one()
    assert queries(visiteur, "/entretiens/flux/") == few
