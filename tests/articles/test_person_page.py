"""Each person who speaks, or asks, in a published interview has a page."""

import pytest
from wagtail.models import PageViewRestriction

from articles.models import Interviewer
from tests import factories
from tests.steps.head import head
from tests.steps.sitemap import sitemap

pytestmark = pytest.mark.django_db
ADDRESS = "/entretiens/personne/helene-marchetti/"


def test_it_shows_who_the_person_is_and_their_interviews(visiteur):
    person = factories.person()
    person.biography = "Maire depuis 2014."
    person.portrait = factories.image()
    person.save()
    factories.interview("Le village a la fibre")
    html = visiteur.get(ADDRESS).content.decode()
    assert "<h1>Hélène Marchetti</h1>" in html
    assert "Maire depuis 2014." in html
    assert "Le village a la fibre" in html
    assert "profile__portrait" in html


def test_an_interviewer_has_one_too(visiteur):
    page = factories.interview("Le village a la fibre")
    asker = factories.person("Camille Roussel", "camille-roussel", "journaliste")
    page.interviewer_links = [Interviewer(person=asker, locale=page.locale)]
    page.save()
    html = visiteur.get("/entretiens/personne/camille-roussel/").content.decode()
    assert "Entretiens menés par Camille Roussel" in html
    assert "Le village a la fibre" in html


def test_who_asked_in_many_interviews_has_them_page_by_page(visiteur):
    asker = factories.person("Camille Roussel", "camille-roussel")
    for number in range(15):
        page = factories.interview(f"Entretien {number}")
        Interviewer.objects.create(page=page, person=asker, locale=page.locale)
    page.interviewee_links.add(factories.Interviewee(person=asker, locale=page.locale))
    page.save()
    address = "/entretiens/personne/camille-roussel/"
    first, second = (visiteur.get(address, {"page": n}).content.decode() for n in (1, 2))
    assert "Entretien 3</a>" in first
    assert "Entretien 0</a>" not in first
    assert "Entretien 0</a>" in second
    assert "Entretien 14</a>" not in second
    found = head(visiteur, f"{address}?page=2")
    assert found.link("canonical").endswith(f"{address}?page=2")
    assert not found.languages


def test_who_spoke_in_many_interviews_has_them_page_by_page_too(visiteur):
    for number in range(27):
        page = factories.interview(f"Entretien {number}")
    page.interviewer_links = [Interviewer(person=factories.person(), locale=page.locale)]
    page.save()
    pages = [visiteur.get(ADDRESS, {"page": n}).content.decode() for n in (1, 2, 3)]
    assert [html.count('<article class="entry') for html in pages] == [13, 12, 3]
    assert all("Hélène Marchetti dans 27" in html for html in pages)
    assert ["menés par" in html for html in pages] == [True, False, False]
    assert 'rel="prev" href="?page=2"' in pages[2]
    assert 'rel="next" href="?page=2"' in pages[0]
    assert "Page 3 sur 3" in pages[2]
    found = head(visiteur, f"{ADDRESS}?page=3")
    assert found.link("canonical").endswith(f"{ADDRESS}?page=3")
    assert not found.languages
    assert head(visiteur, f"{ADDRESS}?page=9").link("canonical").endswith("?page=3")


def test_the_interview_links_to_it(visiteur):
    page = factories.interview()
    assert f'href="{ADDRESS}"' in visiteur.get(page.url).content.decode()


def test_english_pages_have_english_addresses(visiteur):
    factories.interview("The village", language="en")
    answer = visiteur.get("/en/interviews/person/helene-marchetti/")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert '<html lang="en"' in html
    assert "<h1>Hélène Marchetti</h1>" in html
    assert "The village" in html


def test_whom_and_what_nobody_translated_yet_is_linked_from_nowhere(visiteur):
    """A French person or topic that was added after an interview was sent for translation."""
    page = factories.interview("The village", language="en")
    asker = factories.person("Camille Roussel", "camille-roussel")
    speaker = factories.person("Inès Calvet", "ines-calvet")
    page.interviewer_links = [Interviewer(person=asker, locale=page.locale)]
    page.interviewee_links.add(factories.Interviewee(person=speaker, locale=page.locale))
    law = factories.topic("Droit", "droit")
    page.topic_links.add(factories.InterviewTopic(topic=law, locale=page.locale))
    page.save()
    html = visiteur.get(page.url).content.decode()
    assert html.count("Inès Calvet") > 1
    assert "/en/interviews/person/helene-marchetti/" in html
    assert "/en/interviews/topic/fibre/" in html
    found = html + " ".join(sitemap(visiteur))
    for slug in ("camille-roussel", "ines-calvet", "droit"):
        assert f"/{slug}/" not in found


@pytest.mark.parametrize("hidden", ["draft", "private", "english", "nothing"])
def test_without_anything_to_read_there_is_no_page(visiteur, hidden):
    factories.person()
    if hidden == "english":
        factories.interview("The village", language="en")
    elif hidden != "nothing":
        page = factories.interview("Réservé", live=hidden != "draft")
        if hidden == "private":
            PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.LOGIN
            )
    assert visiteur.get(ADDRESS).status_code == 404
