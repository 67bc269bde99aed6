"""People and topics, for the search of the site."""

from articles.addresses.below import interview_index
from articles.index.addresses import PEOPLE, TOPICS
from articles.index.in_languages import opened
from articles.interview_page import InterviewPage
from articles.snippets import Person, Topic
from cyberworkers.answering.readable import active_locale, public
from cyberworkers.searching.shown import Kind, Passage, Shown


def person_words(person):
    about = Passage(text=person.biography)
    return Shown(person.name, standfirst=person.role, passages=(about,))


def topic_words(topic):
    return Shown(topic.name, standfirst=topic.description)


def opened_people(keys):
    return slugs(Person, PEOPLE, keys)


def opened_topics(keys):
    return slugs(Topic, TOPICS, keys)


def slugs(model, links, keys):
    """Return {key: slug} of those of ``keys`` whose address readers can open."""
    if not interview_index():
        return {}
    asked = model.objects.filter(pk__in=keys, locale=active_locale()).order_by()
    found = opened(asked, links, public(InterviewPage.objects.live()))
    return dict(found.values_list("pk", "slug"))


def person_address(slug):
    return interview_index().below("person", slug)


def topic_address(slug):
    return interview_index().below("topic", slug)


KINDS = [
    Kind(Person, person_words, opened_people, person_address),
    Kind(Topic, topic_words, opened_topics, topic_address),
]
FOLLOWED = {}
