"""A query, with the terms that the index has for it: what to look for, in at most four statements.

One asks which terms there are. A word that no page has is joined to its neighbour (“tele travail”),
corrected or parted (“hautdebit”), which asks once more, and for the words of the site when these
are not known.
"""

from dataclasses import dataclass, field

from cyberworkers.answering.asked import known
from cyberworkers.language.stems import stem
from search.query.correcting import corrections
from search.query.terms import known_terms, weight
from search.query.units import Unit, units_of, way
from search.synonyms.models import find_synonyms

CORRECTED = 0.9  # what a correction counts
SHORTEST = 3  # letters of the parts of a word


@dataclass
class Query:
    """``units`` are what can be met, ``unknown`` those that no page meets, ``keys`` the numbers of
    terms by stem and ``marks`` those of the filters, None where no page has one.
    """

    units: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    keys: dict = field(default_factory=dict)
    marks: list | None = None

    @property
    def corrections(self):
        return [unit for unit in self.units if unit.correction]


def understand(typed, language, marks=(), is_literal=False):
    """Return the `Query` for what was ``typed``; ``marks`` are terms that all results shall have.

    Nothing is taken for something else where it ``is_literal``.
    """
    units = units_of(typed, language, known(find_synonyms))
    if is_literal:
        for unit in units:
            unit.ways = [way for way in unit.ways if way.factor == 1]
    pairs = {} if is_literal else joined(units, language)
    asked = {one for unit in units for one in unit.stems} | {key for key, _ in pairs.values()}
    terms = known_terms(language, asked | set(marks)) if units else {}
    if not is_literal:
        units = together(units, pairs, terms, language)
        terms |= mended([unit for unit in units if not is_met(unit, terms)], terms, language)
    query = Query(marks=[terms[mark].key for mark in marks if mark in terms])
    if len(query.marks) < len(marks):
        query.marks = None
    for unit in units:
        unit.ways = [way for way in unit.ways if all(one in terms for one in way.stems)]
        (query.units if unit.ways else query.unknown).append(unit)
        unit.weight = weight(rarity(unit, terms))
    query.units.sort(key=lambda unit: -unit.weight)
    query.keys = {one: term.key for one, term in terms.items()}
    return query


def is_met(unit, terms):
    return any(all(one in terms for one in way.stems) for way in unit.ways if way.factor == 1)


def rarity(unit, terms):
    """Return how many documents may meet ``unit``: those of its own words, else of all ways."""
    counts = [min(terms[one].count for one in way.stems) for way in unit.ways]
    return max(counts, default=0)


def joined(units, language):
    """Return {place of the first: (stem, form)} of each two neighbours in one word."""
    found = {}
    for place, (one, other) in enumerate(zip(units, units[1:], strict=False)):
        if len(one.forms) == len(other.forms) == 1:
            form = one.forms[0] + other.forms[0]
            found[place] = stem(form, language), form
    return found


def together(units, pairs, terms, language):
    """Return ``units`` with neighbours in one, where no page has one of them but one has both."""
    found, place = [], 0
    while place < len(units):
        one = units[place]
        if place in pairs and pairs[place][0] in terms:
            other = units[place + 1]
            if not (is_met(one, terms) and is_met(other, terms)):
                words = f"{one.words} {other.words}"
                found.append(
                    Unit(words, one.forms + other.forms, [way((pairs[place][1],), language)])
                )
                place += 2
                continue
        found.append(one)
        place += 1
    return found


def mended(units, terms, language):
    """Give each of ``units``, which no page meets, its likeliest correction; return their terms."""
    found = {}
    for unit in units:
        if len(unit.forms) == 1:
            found[unit.forms[0]] = [((one,), shown) for one, shown in corrections(unit.forms[0])]
            found[unit.forms[0]] += parted(unit.forms[0])
    stems = {stem(one, language) for some in found.values() for forms, _ in some for one in forms}
    new = known_terms(language, stems) if stems else {}
    for unit in units:
        for forms, shown in found.get(unit.forms[0], []):
            one = way(forms, language, CORRECTED, is_exact=len(forms) > 1)
            if all(term in new for term in one.stems):
                unit.ways.append(one)
                unit.correction = shown
                break
    return new


def parted(form):
    """Return [((two words), as they are spelt)] of each way to part ``form``: elided or blank."""
    found = []
    for place in range(SHORTEST, len(form) - SHORTEST + 1):
        found.append(((form[:place], form[place:]), f"{form[:place]} {form[place:]}"))
    for elided in ("qu", "l", "d", "j", "m", "n", "s", "c"):
        rest = form.removeprefix(elided)
        if rest != form and len(rest) > SHORTEST:
            found.append(((rest,), f"{elided}’{rest}"))
    return found
