"""An interview says how long it is, lets its questions be reached, and what to read next."""

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def related(client, page):
    """Return the titles of the interviews below ``page``."""
    html = client.get(page.url).content.decode()
    return re.findall(r'<h3><a href="[^"]*">([^<]+)</a></h3>', html)


def about(page, *slugs):
    topics = [factories.topic(slug.title(), slug) for slug in slugs]
    page.topic_links = [factories.InterviewTopic(topic=t, locale=page.locale) for t in topics]
    page.save()
    return page


def test_each_question_is_listed_and_has_a_link_of_its_own(visiteur):
    page = factories.interview(body=[factories.exchange("Qui a creusé ?")])
    html = visiteur.get(page.url).content.decode()
    [exchange] = re.findall(r'<section class="exchange" id="([^"]+)"', html)
    assert html.count(f'href="#{exchange}"') == 2
    assert "Lien vers la question" in html


@pytest.mark.parametrize(("words", "minutes"), [(10, "1\u00a0minute"), (2140, "10\u00a0minutes")])
def test_it_says_how_long_reading_takes(visiteur, words, minutes):
    text = f"<p>{'mot ' * words}</p>"
    page = factories.interview(body=[factories.exchange(answers=[text])])
    assert f"{minutes} de lecture" in visiteur.get(page.url).content.decode()


def test_it_ends_with_the_interviews_that_share_most_topics(visiteur):
    page = about(factories.interview("Lu"), "fibre", "droit")
    about(factories.interview("Deux sujets"), "fibre", "droit")
    about(factories.interview("Un sujet"), "droit")
    about(factories.interview("Aucun"), "usages")
    about(factories.interview("Brouillon", live=False), "fibre")
    assert related(visiteur, page) == ["Deux sujets", "Un sujet"]


def test_what_the_editor_chose_to_read_next_stands_alone(visiteur):
    chosen = factories.interview("Choisi")
    factories.interview("Même sujet")
    block = {"type": "related", "value": {"interviews": [factories.item(chosen.pk)]}}
    page = factories.interview("Lu", body=[factories.exchange(), block])
    assert related(visiteur, page) == ["Choisi"]


def test_a_translation_shows_the_translations_of_what_was_chosen(visiteur):
    chosen = factories.interview("Choisi")
    factories.interview("Chosen", language="en", translation_key=chosen.translation_key)
    block = {"type": "related", "value": {"interviews": [factories.item(chosen.pk)]}}
    page = factories.interview("Read", language="en", body=[factories.exchange(), block])
    assert related(visiteur, page) == ["Chosen"]


def test_where_nothing_that_was_chosen_can_be_read_the_shared_topics_stand_in(visiteur):
    withdrawn = factories.interview("Retiré", live=False)
    factories.interview("Un sujet")
    block = {"type": "related", "value": {"interviews": [factories.item(withdrawn.pk)]}}
    page = factories.interview(body=[factories.exchange(), block])
    assert related(visiteur, page) == ["Un sujet"]
