"""Interviews for the pages of other apps."""

from typing import NamedTuple

from django import template
from django.template.loader import render_to_string

from articles.addresses.below import interview_index
from articles.cards.announced import card, entry, html_of, lead, lead_in_head
from articles.cards.front import FrontInterviews
from articles.catalogue.everything import catalogue
from articles.index.furniture import Speaker, UsedTopic
from articles.models import InterviewPage
from cyberworkers.answering.asked import known

register = template.Library()

LARGE = "large"  # the place of an entry, every fourth one
MOST_PEOPLE = 40  # that the block of the front page may show


class Lead(NamedTuple):
    """The lead of a front page: what its head says of it, and the article."""

    in_head: str
    html: str


@register.simple_tag(takes_context=True)
def latest_interviews(context, count):
    """Return the cards of the ``count`` newest interviews that no block above shows."""
    return cards(context, find_latest(context, count))


@register.simple_tag(takes_context=True)
def chosen_interviews(context, chosen):
    """Return the cards of those of the ``chosen`` pages that visitors may read, in their order."""
    return cards(context, find_chosen(context, chosen))


@register.simple_tag(takes_context=True)
def lead_interview(context, block):
    """Return the Lead of ``block``, the latest when it cannot be read; None where there is none.

    It is looked up once: the head of the page announces its image, the body shows it.
    """
    if not hasattr(block, "lead"):
        found = find_chosen(context, [block["interview"]]) or find_latest(context, 1)
        parts = html_of(
            [kind(one) for one in found for kind in (lead_in_head, lead)], made(context)
        )
        block.lead = Lead(*parts) if parts else None
        note(context, found)
    return block.lead


def cards(context, interviews):
    note(context, interviews)
    return html_of([card(one) for one in interviews], made(context))


def find_latest(context, count):
    if front := front_of(context):
        return front.latest(count, context["shown"])
    return catalogue().newest(count)


def find_chosen(context, pages):
    if front := front_of(context):
        return front.chosen(pages)
    return [page.pk for page in InterviewPage.objects.chosen(pages)]


def front_of(context):
    """Return the FrontInterviews of the page, or None where the page notes nothing as shown."""
    if "shown" not in context:
        return None
    page = context["page"]
    if not hasattr(page, "front_interviews"):
        page.front_interviews = FrontInterviews(page.body)
    return page.front_interviews


def made(context):
    front = front_of(context)
    return front and front.made


def note(context, interviews):
    """Note ``interviews`` in ``shown``: see `articles.front_page`."""
    context.get("shown", set()).update(interviews)


@register.simple_tag
def entries(interviews, first=LARGE):
    """Return the entries of a list of ``interviews``; ``first`` is the place of the first one."""
    places = {0: first} | dict.fromkeys(range(4, len(interviews), 4), LARGE)
    return html_of([entry(one, places.get(number, "")) for number, one in enumerate(interviews)])


@register.simple_tag
def latest_section():
    """Return the HTML that shows the newest interviews where a page was not found."""
    return known(find_latest_section)


def find_latest_section():
    shown = html_of([card(one) for one in catalogue().newest(3)])
    return render_to_string("articles/components/latest_section.html", {"cards": shown})


@register.simple_tag
def recommended_interviews(page):
    """Return the cards of what shares most topics with ``page``, the newest first."""
    return html_of([card(one) for one in page.recommended])


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


register.simple_tag(interview_index)


@register.simple_tag
def topic_url(index, topic):
    return index.topic_url(topic)


@register.simple_tag
def person_url(index, person):
    """Return the address of ``person``, or "" where there is none: who waits for a translation."""
    return index.person_url(person) if index else ""


@register.simple_tag
def topic_feed_url(index, topic):
    return index.url + index.feed_path(topic)
