"""The words that answer, marked in the text in which they stand. All else is escaped."""

import re
from typing import NamedTuple

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from cyberworkers.language.folding import compounds, tokens
from cyberworkers.language.stems import stem
from search.query.ranking import NEAR

LONG, SHORT = 280, 140  # characters of an excerpt
SENTENCE = re.compile(r"[^.!?…\n]*[.!?…\n]*\s*")


class Span(NamedTuple):
    """A marked part of a text, for the unit with that number."""

    start: int
    end: int
    unit: int


def spans(text, units, language):
    """Return the `Span`s of what meets any of ``units`` in ``text``, none over another."""
    words = tokens(text, language)
    stems = [stem(word.form, language) for word in words]
    joined = {place: stem(form, language) for place, form in compounds(words)}
    present, found = {*stems, *joined.values()}, {}
    for number, unit in enumerate(units):
        for way in unit.ways:
            if present.isdisjoint(way.stems):
                continue
            for places in met(way, stems, joined, words):
                for place in places:
                    found.setdefault(place, number)
    return [Span(words[place].start, words[place].end, found[place]) for place in sorted(found)]


def met(way, stems, joined, words):
    """Yield lists of the places of words that meet ``way``."""
    alone = len(way.stems) == 1 or (way.factor == 1 and not way.is_exact)
    for place, one in enumerate(stems):
        if alone and one in way.stems:
            yield [place]
        elif not alone and one == way.stems[0] and (places := following(way, stems, place)):
            yield places
        if alone and joined.get(place) in way.stems:
            end = place + 1
            while end < len(words) and words[end].is_joined:
                end += 1
            yield range(place, end)


def following(way, stems, place):
    """Return the places of the words of ``way`` from ``place`` on, [] where they do not follow."""
    places, distance = [place], 1 if way.is_exact else NEAR
    for wanted in way.stems[1:]:
        start = places[-1] + 1
        if wanted not in stems[start : start + distance]:
            return []
        places.append(stems.index(wanted, start))
    return places


def marked(text, units, language):
    """Return ``text`` as HTML with what meets ``units`` in mark elements."""
    return in_marks(text, spans(text, units, language))


def in_marks(text, found, start=0, end=None):
    """Return the part of ``text`` from ``start`` to ``end`` as HTML, the spans ``found`` marked."""
    end = len(text) if end is None else end
    pieces, place = [], start
    for one in found:
        if place <= one.start and one.end <= end:
            pieces.append(conditional_escape(text[place : one.start]))
            pieces.append(format_html("<mark>{}</mark>", text[one.start : one.end]))
            place = one.end
    pieces.append(conditional_escape(text[place:end]))
    return mark_safe("".join(pieces))  # noqa: S308 - each piece is escaped above


def excerpt(text, units, language):
    """Return the sentence of ``text`` that meets most of ``units`` as HTML, marked, and so much of
    what stands around it that it can be understood.
    """
    found = spans(text, units, language)
    sentences = [match.span() for match in SENTENCE.finditer(text) if match[0].strip()]
    if not sentences:
        return ""
    best = max(sentences, key=lambda one: (len(held(found, *one)), -one[0]))
    start, end = best
    place = sentences.index(best)
    for after in sentences[place + 1 :]:
        if end - start < SHORT:
            end = after[1]
    for before in reversed(sentences[:place]):
        if end - start < SHORT:
            start = before[0]
    start, end = cut(text, start, end, found)
    before = "…\xa0" if text[:start].strip() else ""
    after = "\xa0…" if text[end:].strip() else ""
    html = in_marks(text, found, start, end)
    return format_html("{}{}{}", before, html.strip() and mark_safe(html.strip()), after)  # noqa: S308


def held(found, start, end):
    return {one.unit for one in found if start <= one.start and one.end <= end}


def cut(text, start, end, found):
    """Return where to cut a sentence that is too long: between words, around the first marked."""
    if end - start <= LONG:
        return start, end
    first = next((one.start for one in found if start <= one.start < end), start)
    if first - start > LONG // 2:
        start = text.find(" ", first - LONG // 2, first) + 1 or first
    stop = text.rfind(" ", start, min(end, start + LONG))
    return start, stop if stop > first else min(end, start + LONG)
