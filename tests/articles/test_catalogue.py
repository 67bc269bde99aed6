"""Lists are counted and cut in memory, and show what the database holds."""

import re

import pytest
from wagtail.models import PageViewRestriction

from articles.models import Interviewee, Interviewer, InterviewPage, InterviewTopic, Person, Topic
from tests import factories
from tests.bench.magazine.content import fill

pytestmark = pytest.mark.django_db
NUMBER = 40


@pytest.fixture
def magazine(site):
    """Fill a magazine in which one interview is a draft and another private."""
    factories.image()
    fill(NUMBER, people=12, topics=5)
    draft, private = InterviewPage.objects.filter(locale__language_code="fr").order_by("pk")[3:5]
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)


def readable(**filters):
    """Return the slugs that a list must have, by a statement of its own."""
    found = InterviewPage.objects.live().public().filter(locale__language_code="fr", **filters)
    return list(found.order_by("-date", "-pk").values_list("slug", flat=True))


def listed(client, address):
    """Return the slugs of all pages of the list at ``address``, in their order."""
    found, more = [], "?page=1"
    while more:
        html = client.get(address + more).content.decode()
        found += re.findall(r'<h2><a href="/entretiens/([\w-]+)/">', html)
        more = next(iter(re.findall(r'rel="next" href="([^"]+)"', html)), None)
    return found


def test_every_list_has_what_readers_may_open_the_newest_first(visiteur, magazine):
    assert len(listed(visiteur, "/entretiens/")) == NUMBER - 2
    assert listed(visiteur, "/entretiens/") == readable()
    for links in InterviewTopic.objects.filter(locale__language_code="fr").values("topic"):
        topic = Topic.objects.get(pk=links["topic"])
        expected = readable(pk__in=InterviewTopic.objects.filter(topic=topic).values("page"))
        assert listed(visiteur, f"/entretiens/sujet/{topic.slug}/") == expected


def test_a_person_has_what_they_said_and_what_they_asked(visiteur, magazine):
    for person in Person.objects.filter(locale__language_code="fr"):
        said = readable(pk__in=Interviewee.objects.filter(person=person).values("page"))
        asked = readable(pk__in=Interviewer.objects.filter(person=person).values("page"))
        if said or asked:
            found = listed(visiteur, f"/entretiens/personne/{person.slug}/")
            assert sorted(found) == sorted(said + asked)


def test_those_to_read_next_share_most_topics_then_are_the_newest(magazine):
    pages = InterviewPage.objects.live().public().filter(locale__language_code="fr")
    topics = {page: set(page.topic_links.values_list("topic", flat=True)) for page in pages}
    for page, own in topics.items():
        others = [one for one in pages if one != page and own & topics[one]]
        others.sort(key=lambda one: (len(own & topics[one]), one.date, one.pk), reverse=True)
        assert page.recommended == [one.pk for one in others[:3]]
