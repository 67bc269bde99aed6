"""The order of what was found, from where its words stand: no text is read for it.

What meets all units stands above what meets some; then the score: what a term counts in a document
(`search.index.reading`), more where the form is the one that was typed, where one passage meets
many units and where their words follow one another. Of what is alike, the newest.
"""

from typing import NamedTuple

from search.index.places import TITLE
from search.query.candidates import Candidate
from search.query.passages import best_passages, values_of_parts

NEAR = 6  # words
STEM_ONLY = 0.8  # what another form of a word counts
APART = 0.6  # what words that stand for one thing count where they are not near each other
TOGETHER = 0.8  # what a passage that meets all units adds to the score
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
    return Ranked(candidate, tuple(met), score, best_passages(places))


def is_whole(title, in_title, met):
    """Return whether ``title`` has no words that say something but those ``in_title``."""
    return len(title.split()) <= len({word for word, _ in in_title})


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
