"""The sitemap lists what may be found, in every language, and names the others of each."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from articles.models import Interviewee, Interviewer
from tests import factories
from tests.steps.head import head
from tests.steps.queries import queries
from tests.steps.sitemap import NAMES, ROOT, parts, sitemap

pytestmark = pytest.mark.django_db


def languages(element):
    return {one.get("hreflang"): one.get("href") for one in element.findall("x:link", NAMES)}


def lastmod(element):
    return element.findtext("s:lastmod", namespaces=NAMES)


def test_it_lists_pages_and_topics_of_both_languages_and_nothing_hidden(visiteur):
    factories.interview(slug="publie")
    factories.interview(slug="published", language="en")
    factories.interview(slug="brouillon", live=False)
    private = factories.interview(slug="reserve")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    factories.topic("Vide", "vide")
    found = sitemap(visiteur)
    for address in ("/", "/en/", "/entretiens/publie/", "/en/interviews/published/", "/devis/"):
        assert address in found
    assert "/entretiens/sujet/fibre/" in found
    assert "/en/interviews/topic/fibre/" in found
    for word in ("brouillon", "reserve", "vide", "recherche"):
        assert not [address for address in found if word in address]


def test_a_list_without_interviews_is_left_out(visiteur):
    assert "/entretiens/" not in sitemap(visiteur)
    factories.interview()
    assert "/entretiens/" in sitemap(visiteur)
    assert "/en/interviews/" not in sitemap(visiteur)


def test_every_address_answers_is_its_own_and_names_the_same_languages_as_its_head(visiteur):
    factories.interview()
    english = factories.interview(language="en")
    english.topics[0].translation_key = factories.topic().translation_key
    english.topics[0].save()
    found = sitemap(visiteur)
    assert len(found) > 10
    for address, element in found.items():
        answer = head(visiteur, address)
        assert answer.link("canonical") == ROOT + address
        assert answer.meta["robots"] != "noindex"
        assert answer.languages == languages(element)
        assert "x-default" in languages(element)


def test_a_page_changed_when_it_was_published_and_a_list_when_one_of_its_pages_was(visiteur):
    page = factories.interview()
    page.save_revision().publish()
    then = datetime(2026, 4, 2, 9, tzinfo=UTC)
    Page.objects.update(last_published_at=then)
    now = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)  # the next day in Paris
    Page.objects.filter(pk=page.pk).update(last_published_at=now)
    found = sitemap(visiteur)
    for address in (page.url, "/entretiens/", "/", "/entretiens/sujet/fibre/"):
        assert lastmod(found[address]) == "2026-07-02"
    for address in ("/devis/", "/en/"):
        assert lastmod(found[address]) == "2026-04-02"


def test_a_person_changed_with_the_newest_interview_spoken_or_asked_in(visiteur):
    for role in (Interviewee, Interviewer):
        Page.objects.update(last_published_at=timezone.now() - timedelta(days=90))
        page = factories.interview()
        page.interviewee_links = page.interviewer_links = []
        page.save_revision().publish()
        role.objects.create(person=factories.person(), page=page, locale=page.locale)
    found = sitemap(visiteur)["/entretiens/personne/helene-marchetti/"]
    assert lastmod(found) == str(timezone.localdate())


def test_pages_have_parts_by_their_keys_each_with_its_last_change(visiteur):
    page = factories.interview()
    changed = timezone.now() + timedelta(days=1)
    Page.objects.filter(pk=page.pk).update(last_published_at=changed)
    part = parts(visiteur)[f"/sitemap-{page.pk // 1000}.xml"]
    assert lastmod(part)[:10] == str(timezone.localdate(changed))
    assert {"/sitemap-people.xml", "/sitemap-topics.xml"} < parts(visiteur).keys()
    for name in ("999999", "9" * 5000, "x", "-1"):
        assert visiteur.get(f"/sitemap-{name}.xml").status_code == 404


@pytest.mark.parametrize("name", ["", "-people", "-topics", "-pages"])
def test_a_part_costs_as_many_queries_with_two_interviews_as_with_ten(visiteur, name):
    def one(number):
        page = factories.interview(slug=f"e-{number}")
        topic = factories.topic(f"Sujet {number}", f"sujet-{number}")
        person = factories.person(f"Personne {number}", f"personne-{number}")
        page.topic_links = [factories.InterviewTopic(topic=topic, locale=page.locale)]
        page.interviewee_links = [Interviewee(person=person, locale=page.locale)]
        page.save()
        return page

    one(0)
    name = name.replace("pages", str(one(1).pk // 1000))
    few = queries(visiteur, f"/sitemap{name}.xml")
    assert few <= 8
    for number in range(2, 10):
        one(number)
    assert queries(visiteur, f"/sitemap{name}.xml") == few
