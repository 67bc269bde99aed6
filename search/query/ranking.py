"""The order of what was found, from where its words stand: no text is read for it.

What meets all units stands above what meets some; then the score: what a term counts in a document
(`search.index.reading`), more where the form is the one that was typed, where one passage meets
many units and where their words follow one another. Of what is alike, the newest.
"""

from collections import defaultdict
from typing import NamedTuple

from search.index.places import PASSAGES, TITLE
from search.query.candidates import Candidate

NEAR = 6  # words
STEM_ONLY = 0.8  # what another form of a word counts
APART = 0.6  # what words that stand for one thing count where they are not near each other
TOGETHER, IN_ROW = 0.8, 0.5  # what a passage that meets all units adds to the score; words in a row
TITLE_ITSELF = 0.5  # what it adds that the title has no other words
BESIDE = 0.8  # what people and topics count that are not met by their names
STEPS = 40  # what differs by less than such a part of the best is alike


class Ranked(NamedTuple):
    """``met`` are the units that the document of ``candidate`` meets; ``passages`` says how much
    each passage meets by its number, the best first.
    """

    candidate: Candidate
    met: tuple
    score: float
    passages: dict


def ranked(candidates, units, keys):
    """Return a `Ranked` for each of ``candidates`` that meets any of ``units``, best first.

    ``keys`` are those of terms by stem.
    """
    found = [rank(one, units, keys) for one in candidates]
    found = [one for one in found if one.met]
    best = max((one.score for one in found), default=0)
    return sorted(found, key=lambda one: place(one, best))


def place(one, best):
    """Return by what results are sorted: on any database the same."""
    day = int(one.candidate.day.replace("-", "") or 0)
    alike = round(STEPS * one.score / best)
    return -len(one.met), -alike, -day, one.candidate.title, one.candidate.root, one.candidate.thing


def rank(candidate, units, keys):
    met, places, score = [], [], 0
    for unit in units:
        value, where = best_way(unit, candidate.postings, keys)
        if value:
            met.append(unit)
            places.append((unit, where))
            score += unit.weight * value / 1000
    whole = sum(unit.weight for unit in units)
    parts = values_of_parts(places)
    together = max(parts.values(), default=0) / whole if whole else 0
    score *= 1 + TOGETHER * together
    in_title = {
        (one.word, number)
        for number, (_u, where) in enumerate(places)
        for one in where
        if one.part == TITLE
    }
    named = {number for _word, number in in_title}
    if met and len(named) == len(units) and is_whole(candidate.title, in_title, met):
        score *= 1 + TITLE_ITSELF
    elif candidate.root != "wagtailcore.page" and len(named) < len(met):
        score *= BESIDE
    return Ranked(candidate, tuple(met), score, best_passages(parts))


def is_whole(title, in_title, met):
    """Return whether ``title`` has no words that say something but those ``in_title``."""
    return len(title.split()) <= len({word for word, _ in in_title}) + 0


def best_way(unit, postings, keys):
    """Return how much the best way to meet ``unit`` counts, and all places where it is met."""
    best, where = 0, []
    for way in unit.ways:
        held = [postings.get(keys.get(stem)) for stem in way.stems]
        if not all(held):
            continue
        places = [places for _impact, places in held]
        value = way.factor * sum(impact for impact, _places in held) / len(held)
        as_typed = sum(
            any(one.mark == mark for one in some)
            for some, mark in zip(places, way.marks, strict=True)
        )
        value *= STEM_ONLY + (1 - STEM_ONLY) * as_typed / len(held)
        if len(held) > 1 and not near(places, 1 if way.is_exact else NEAR):
            if way.is_exact or way.factor < 1:
                continue
            value *= APART
        best = max(best, value)
        where += [one for some in places for one in some]
    return best, where


def near(places, distance):
    """Return whether words follow one another, each within ``distance`` of the one before."""
    for first in places[0]:
        last = first
        for some in places[1:]:
            last = next(
                (
                    one
                    for one in some
                    if one.part == last.part and 0 < one.word - last.word <= distance
                ),
                None,
            )
            if last is None:
                break
        else:
            return True
    return False


def values_of_parts(places):
    """Return {number of a part: the weight of the units that it meets, more where in a row}.

    What is above the passages is one part, 0.
    """
    held = defaultdict(dict)
    for number, (_unit, where) in enumerate(places):
        for one in where:
            part = one.part if one.part >= PASSAGES else 0
            held[part].setdefault(number, []).append(one)
    return {part: value_of_part(found, places) for part, found in held.items()}


def value_of_part(found, places):
    value = 0
    for number, some in found.items():
        weight = places[number][0].weight
        often = 0.1 * min(len(some) - 1, 3)
        value += weight * (1 + often + 0.15 * any(one.in_heading for one in some))
        if number + 1 in found and in_row(some, found[number + 1]):
            value += IN_ROW * weight
    return value


def in_row(some, others):
    return any(
        one.part == other.part and 0 < other.word - one.word <= 3
        for one in some
        for other in others
    )


def best_passages(parts):
    """Return {number: value} of the passages among ``parts``, the best first."""
    passages = ((part, value) for part, value in parts.items() if part >= PASSAGES)
    return dict(sorted(passages, key=lambda one: (-one[1], one[0])))
