"""A draft outlives the topics and people that only it names."""

import pytest

from articles.models import Interviewee, InterviewTopic
from editing.worker.prerendering import show
from tests import factories
from tests.steps.editing import draft, edit, latest

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cheffe):
    """Return a draft whose newest version names a topic and a person that nothing else names."""
    page = draft(title="Le facteur", owner=cheffe.user)
    people = [factories.person(), factories.person("Paul Anselme", "paul-anselme")]
    topics = [factories.topic(), factories.topic("Courrier", "courrier")]
    page.interviewee_links = [Interviewee(person=one, locale=page.locale) for one in people]
    page.topic_links = [InterviewTopic(topic=one, locale=page.locale) for one in topics]
    page.save_revision()
    return page


def test_the_draft_opens_without_the_topic_and_the_person_that_were_deleted(cheffe, page):
    for kind, slug in (("topic", "courrier"), ("person", "paul-anselme")):
        key = getattr(factories, kind)(slug=slug).pk
        assert cheffe.post(f"/cms/snippets/articles/{kind}/delete/{key}/").status_code == 302
    answer = cheffe.get(edit(page))
    assert answer.status_code == 200
    assert "Le facteur" in answer.content.decode()
    names = [link.person.name for link in latest(page).interviewee_links.all()]
    assert names == ["Hélène Marchetti"]
    assert [link.topic.name for link in latest(page).topic_links.all()] == ["Fibre"]
    show(page)  # as the worker does; it raises what it meets


def test_what_readers_see_cannot_lose_its_topic(cheffe):
    factories.interview()
    topic = factories.topic()
    cheffe.post(f"/cms/snippets/articles/topic/delete/{topic.pk}/")
    assert type(topic).objects.filter(pk=topic.pk).exists()
