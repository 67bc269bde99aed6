"""The lists of the CMS find what was meant, on every database, and say what they mended."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles.models import InterviewPage
from contact.inbox.answer.templates import ReplyTemplate
from search.cms import filling
from search.cms.filling import Filling
from search.cms.models import Listed
from tests import factories
from tests.conftest import account, signed_in

pytestmark = pytest.mark.django_db

NAME = "L’Œuvre d’Éloïse : très-haut-débit et travaux aux villages"
# How it is found, and what the list then says that it looked for.
FOUND = {
    "éloïse": "",
    "eloise": "",
    "ELOISE": "",
    "d'eloise": "",
    "oeuvre": "",
    "l'œuvre": "",
    "oeuvres": "",
    "village": "",
    "le village": "",
    "travaux": "",
    "haut debit": "",
    "tres-haut-debit": "",
    "treshautdebit": "",
    '"tres haut debit"': "",
    "vill": "",
    "elois villages": "",
    "illages": "villages",
    "vilages": "villages",
    "elioise": "éloïse",
    "eloise vilages": "eloise villages",
    "oeu vre": "œuvre",
}
NOT_FOUND = ["port", "zeppelin", "eloise zeppelin", "(", "“”", "🙂", "مرحبا", "%", "_"]
NOT_FOUND += ["x" * 10_000, "🙂 " * 2_500]


@pytest.fixture
def administratrice(site):
    return signed_in(account("administratrice", None))


def interview():
    factories.interview("Ailleurs", "ailleurs")
    return factories.interview(NAME, "oeuvre", live=False)


def user():
    someone = account("eoeuvre", "Rédaction")
    someone.first_name, someone.last_name = "L’Œuvre d’Éloïse", "très-haut-débit travaux villages"
    someone.save()
    return someone


def answer():
    return ReplyTemplate.objects.create(name="Réponse", subject=NAME, text="Bonjour")


def image():
    return factories.image(NAME)


def document():
    return factories.document(NAME)


def person():
    return factories.person(NAME, "x")


def topic():
    return factories.topic(NAME, "x")


SCREENS = {
    "/cms/pages/": (interview, "/cms/pages/{}/edit/"),
    "/cms/pages/search/": (interview, "/cms/pages/{}/edit/"),
    "/cms/pages/search/results/": (interview, "/cms/pages/{}/edit/"),
    "/cms/choose-page/search/": (interview, 'data-id="{}"'),
    "/cms/images/": (image, "/cms/images/{}/"),
    "/cms/images/chooser/results/": (
        image,
        "/cms/images/chooser/chosen/{}/",
    ),
    "/cms/documents/": (document, "/cms/documents/edit/{}/"),
    "/cms/documents/chooser/results/": (
        document,
        "/cms/documents/chooser/chosen/{}/",
    ),
    "/cms/snippets/articles/person/": (
        person,
        "/cms/snippets/articles/person/edit/{}/",
    ),
    "/cms/snippets/articles/topic/": (
        topic,
        "/cms/snippets/articles/topic/edit/{}/",
    ),
    "/cms/snippets/choose/articles/person/results/": (
        person,
        "/cms/snippets/choose/articles/person/chosen/{}/",
    ),
    "/cms/reply_templates/": (answer, "/cms/reply_templates/edit/{}/"),
    "/cms/users/": (user, "/cms/users/edit/{}/"),
}


@pytest.mark.parametrize("address", SCREENS)
def test_a_list_finds_what_was_meant_and_nothing_else(administratrice, address):
    make, mark = SCREENS[address]
    mark = mark.format(make().pk)
    for typed, corrected in FOUND.items():
        html = administratrice.get(address, {"q": typed}).content.decode()
        assert mark in html, typed
        assert ("searched-instead" in html) == bool(corrected), typed
        assert f"« {corrected} »" in html.replace("\xa0", " ") or not corrected, typed
    for typed in NOT_FOUND:
        response = administratrice.get(address, {"q": typed})
        assert response.status_code == 200, typed
        assert mark not in response.content.decode(), typed


def slugs(words, pages=None):
    pages = InterviewPage.objects.all() if pages is None else pages
    return [page.slug for page in pages.autocomplete(words)]


def test_what_is_called_so_comes_before_what_only_says_so_and_the_newest_first(site):
    said = [factories.exchange(answers=["<p>La fibre est là.</p>"])]
    for number, title in enumerate(["Le bourg", "Les fibres", "La fibre", "Fibre de lin", "Rien"]):
        factories.interview(title, f"f{number}", body=said if title == "Le bourg" else [])
    assert slugs("fibre") == ["f3", "f2", "f1", "f0"]
    assert slugs("la fibre lin") == ["f3"]


def test_its_parts_follow_one_another_and_are_counted(site):
    for number in range(7):
        factories.interview(f"La fibre {number}", f"f{number}")
    found = InterviewPage.objects.filter(live=True).search("fibre")
    assert [page.slug for start in (0, 3, 6) for page in found[start : start + 3]] == [
        f"f{number}" for number in range(6, -1, -1)
    ]
    assert found.count() == 7
    assert found.facet("live") == {True: 7}
    assert found[2].slug == "f4"
    by_title = InterviewPage.objects.order_by("title").search("fibre", order_by_relevance=False)
    assert by_title[0].slug == "f0"


def test_a_list_is_searched_as_it_is_filtered_and_corrects_only_to_what_it_holds(site):
    factories.interview("Une escarpolette", "secret", live=False)
    factories.interview("Un village", "village")
    live = InterviewPage.objects.live()
    assert slugs("escarpolette", live) == []
    assert live.search("escrapolette").corrected == ""
    assert InterviewPage.objects.search("escrapolette").corrected == "escarpolette"


def test_no_correction_is_said_by_which_nothing_is_found(site):
    body = [factories.exchange(answers=["<p>Une escarpolette.</p>"])]
    PageViewRestriction.objects.create(page=factories.interview(body=body))
    assert InterviewPage.objects.search("escrapolette").corrected == "escarpolette"
    assert InterviewPage.objects.public().search("escrapolette").corrected == ""


def test_a_page_is_found_by_the_title_of_its_draft_at_once(site):
    page = factories.interview("Le village", "village")
    page.title = "L’escarpolette"
    page.save_revision()
    assert slugs("escarpolette") == slugs("village") == ["village"]


def test_what_is_renamed_or_deleted_is_not_found_any_more(site):
    image = factories.image("Une escarpolette")
    image.title = "Une balançoire"
    image.save()
    assert not type(image).objects.search("escarpolette")
    assert list(type(image).objects.search("balancoire")) == [image]
    image.delete()
    assert not Listed.objects.filter(root="home.siteimage")


def test_the_worker_enters_what_is_not_listed(site):
    page = factories.interview("Une escarpolette", "escarpolette")
    Listed.objects.all().delete()
    assert slugs("escarpolette") == []
    fill = Filling()
    while not fill.is_done:
        fill()
    assert slugs("escarpolette") == [page.slug]


def test_what_is_saved_while_the_worker_enters_it_stays_as_it_was_saved(site, monkeypatch):
    image = factories.image("Une escarpolette")
    Listed.objects.all().delete()
    before = filling.missing

    def read_and_renamed():
        things = before()
        if image in things:
            image.title = "Une balançoire"
            image.save()
        return things

    monkeypatch.setattr(filling, "missing", read_and_renamed)
    fill = Filling()
    while not fill.is_done:
        fill()
    assert not type(image).objects.search("escarpolette")
    assert list(type(image).objects.search("balancoire")) == [image]


@pytest.mark.parametrize("typed", ["fibre", "a b c d e f g h i j k l m " * 50, "zeppelin vilage"])
def test_what_a_search_asks_for_is_bounded_whatever_there_is(site, typed):
    def asked():
        with CaptureQueriesContext(connection) as asked:
            found = InterviewPage.objects.search(typed)
            list(found[:20])
            found.count()
        assert all(len(one["sql"]) < 30_000 for one in asked)
        return len(asked)

    factories.interview("Le village a la fibre")
    few = asked()
    for number in range(10):
        factories.interview(f"Le village a la fibre {number}")
    assert asked() == few <= 5
