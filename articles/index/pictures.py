"""What other sites show of a topic or a person: a picture, looked up once until content changes."""

from articles.interview_page import InterviewPage
from articles.snippets import Person
from cyberworkers.answering.asked import known_each
from cyberworkers.found.card import rendered


def picture_of_first(interviews):
    """Return a picture for a part of the list: the main image of the first of ``interviews``, keys,
    or None. What is drawn of the list itself says its title.
    """
    newest = list(interviews)[:1]
    return next(iter(known_each(pictures_of, newest).values()), None)


def picture_of_person(person):
    """Return the portrait of ``person``, or None."""
    return person.portrait_id and known_each(portraits_of, [person.pk]).get(person.pk)


def pictures_of(interviews):
    """Return what other sites show of each of ``interviews``, keys, by its main image alone."""
    pages = InterviewPage.objects.select_related("hero_image").in_bulk(interviews)
    return {key: page.hero_image and rendered(page.hero_image, "") for key, page in pages.items()}


def portraits_of(people):
    """Return what other sites show of each of ``people``, keys, who have a portrait."""
    found = Person.objects.filter(portrait__isnull=False).select_related("portrait")
    return {
        key: rendered(one.portrait, one.portrait.description)
        for key, one in found.in_bulk(people).items()
    }
