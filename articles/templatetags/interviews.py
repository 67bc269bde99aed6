"""Interviews for the pages of other apps."""

from django import template
from django.template.loader import render_to_string

from articles.cards.front import FrontInterviews
from articles.cards.shown import load_cards
from articles.index.furniture import Index, Speaker, UsedTopic
from articles.models import ArticleIndexPage, InterviewPage
from cyberworkers.answering.asked import known

register = template.Library()

MOST_PEOPLE = 40  # that the block of the front page may show


@register.simple_tag(takes_context=True)
def latest_interviews(context, count):
    """Return the ``count`` newest interviews that no block above shows."""
    if front := front_of(context):
        return noted(context, front.latest(count, context["shown"]))
    return noted(context, InterviewPage.objects.newest()[:count])


@register.simple_tag
def latest_section():
    """Return the HTML that shows the newest interviews where a page was not found."""
    return known(find_latest_section)


def find_latest_section():
    interviews = list(InterviewPage.objects.newest()[:3])
    load_cards(interviews)
    return render_to_string("articles/components/latest_section.html", {"interviews": interviews})


@register.simple_tag(takes_context=True)
def chosen_interviews(context, chosen):
    """Return those of the ``chosen`` pages that visitors may read, in their order."""
    return noted(context, (front_of(context) or InterviewPage.objects).chosen(chosen))


@register.simple_tag(takes_context=True)
def lead_interview(context, lead):
    """Return the interview of the block ``lead`` in a list, or the latest when it cannot be read.

    It is looked up once: the head of the page announces its image, the body shows it.
    """
    if not hasattr(lead, "found"):
        chosen = chosen_interviews(context, [lead["interview"]])
        lead.found = chosen or latest_interviews(context, 1)
    return lead.found


def front_of(context):
    """Return the FrontInterviews of the page, or None where the page notes nothing as shown."""
    if "shown" not in context:
        return None
    page = context["page"]
    if not hasattr(page, "front_interviews"):
        page.front_interviews = FrontInterviews(page.body, InterviewPage.objects)
    return page.front_interviews


def noted(context, interviews):
    """Return ``interviews`` as a list, noted in ``shown``: see `articles.front_page`."""
    interviews = list(interviews)
    load_cards(interviews)
    context.get("shown", set()).update(page.pk for page in interviews)
    return interviews


@register.simple_tag
def related_interviews(page):
    """Return the interviews that share most topics with ``page``, the newest first."""
    load_cards(page.recommended)
    return page.recommended


@register.simple_tag
def latest_people(count):
    """Return the ``count`` people who spoke last in what visitors may read."""
    return known(find_people)[:count]


def find_people():
    people = InterviewPage.objects.latest_people(MOST_PEOPLE)
    return [Speaker(*(getattr(one, name) for name in Speaker._fields)) for one in people]


@register.simple_tag
def used_topics():
    """Return the topics of which published interviews speak: their names and slugs."""
    return known(find_topics)


def find_topics():
    topics = InterviewPage.objects.topics()
    return [UsedTopic(*row) for row in topics.values_list(*UsedTopic._fields)]


@register.simple_tag
def interview_index():
    """Return what pages show of the index of interviews in the active language, or None."""
    return known(find_index)


def find_index():
    page = ArticleIndexPage.objects.published().select_related("locale").first()
    return page and Index(page.locale_id, page.locale.language_code, page.title, page.url)


@register.simple_tag
def topic_url(index, topic):
    return index.topic_url(topic)


@register.simple_tag
def person_url(index, person):
    """Return the address of ``person``, or "" where there is none: who waits for a translation."""
    return index.person_url(person) if index and person.locale_id == index.locale_id else ""


@register.simple_tag
def topic_feed_url(index, topic):
    return index.url + index.feed_path(topic)
