"""What the search page shows of each result."""

from typing import NamedTuple

from django.apps import apps
from django.utils.dateparse import parse_date

from search.index.models import Document
from search.index.places import PEOPLE, STANDFIRST
from search.query.marking import excerpt, marked

MOST, AS_GOOD = 3, 0.75  # passages of a result; how much they meet, beside the best
LED_THERE = 1.6
ANCHOR = 2  # the place of the anchor in a part


class Hit(NamedTuple):
    """A passage that answers: HTML of its ``heading`` and of a part of its ``text``."""

    url: str
    heading: str
    text: str


class Result(NamedTuple):
    url: str
    title: str
    kind: str
    day: object
    people: str
    summary: str
    hits: list
    lacking: list
    is_promoted: bool = False


def results(found, ranked, language):
    """Return a `Result` for each of ``ranked`` of ``found``; one statement reads their texts."""
    keys = [one.candidate.key for one in ranked]
    parts = dict(Document.objects.filter(pk__in=keys).values_list("pk", "parts"))
    return [
        result(found, one, parts[one.candidate.key], language)
        for one in ranked
        if one.candidate.key in parts
    ]


def result(found, one, parts, language):
    url, units = found.address(one.candidate), one.met
    hits = [hit(url, parts[number], units, language) for number in chosen(one.passages, parts)]
    summary = parts[STANDFIRST][0] or next((part[0] for part in parts[STANDFIRST + 2 :]), "")
    return Result(
        url=url,
        title=marked(parts[0][0], units, language),
        kind=apps.get_model(one.candidate.model)._meta.verbose_name,
        day=parse_date(one.candidate.day) if one.candidate.day else None,
        people=marked(parts[PEOPLE][0], units, language),
        summary="" if hits else excerpt(summary, units, language),
        hits=hits,
        lacking=[unit.correction or unit.words for unit in found.query.units if unit not in units],
        is_promoted=one is found.promoted,
    )


def chosen(passages, parts):
    """Return the numbers of the ``passages`` that are shown, the best first, none much worse.

    Of what is nearly alike a question stands first: readers can be led there.
    """
    values = {
        number: value * (LED_THERE if parts[number][ANCHOR] else 1)
        for number, value in passages.items()
        if number < len(parts)
    }
    best = max(values.values(), default=0)
    order = sorted(values, key=lambda number: (-values[number], number))
    return [number for number in order if values[number] >= AS_GOOD * best][:MOST]


def hit(url, part, units, language):
    text, heading, anchor = part
    return Hit(
        f"{url}#{anchor}" if anchor else url,
        marked(heading, units, language),
        excerpt(text, units, language),
    )
