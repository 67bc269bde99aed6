"""How other pages announce an interview: HTML that is made once, for all of them."""

from typing import NamedTuple

from django.template.loader import render_to_string

from articles.interview_page import InterviewPage
from articles.loading import load_cards
from cyberworkers.answering.asked import known_each


class Announcement(NamedTuple):
    """An interview by its key, the template that shows it, and the place, which it may ask for."""

    interview: int
    template: str
    place: str = ""


def card(interview):
    return Announcement(interview, "articles/components/card.html")


def entry(interview, place):
    return Announcement(interview, "articles/components/entry.html", place)


def lead(interview):
    return Announcement(interview, "articles/components/lead.html")


def lead_in_head(interview):
    """Return what the head of a page says of its lead."""
    return Announcement(interview, "articles/components/lead_picture.html", "head")


def html_of(announcements, made=None):
    """Return the HTML of ``announcements``, in order; some of them may be ``made`` already."""
    made = made or {}
    made |= made_of([one for one in announcements if one not in made])
    return [made[one] for one in announcements if one in made]


def made_of(announcements):
    """Return a dict of the HTML of ``announcements``, all loaded together.

    Their interviews must be what readers may see in the active language.
    """
    return known_each(make, announcements)


def make(announcements):
    keys = {one.interview for one in announcements}
    pages = InterviewPage.objects.with_pictures().in_bulk(keys)
    load_cards(list(pages.values()))
    return {
        one: render(one, pages[one.interview]) for one in announcements if one.interview in pages
    }


def render(one, page):
    return render_to_string(one.template, {"interview": page, "place": one.place})
