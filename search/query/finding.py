"""All that answers a query, in its order."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from search.index.kinds import kinds
from search.query.candidates import MOST, candidates
from search.query.promoted import promoted
from search.query.ranking import Ranked, ranked
from search.query.understanding import Query, understand

FEW = 3  # results that meet all of the query: with fewer, those that meet some of it are shown
MOST_PARTIAL = 20
WORTH = 0.6  # of what the best of these meets, by weight


@dataclass
class Found:
    """``results`` are `Ranked`, the best first; ``opened`` says their addresses by root and key.

    ``promoted`` is the one that editors put before them, which may be among them, too.
    """

    typed: str
    query: Query
    results: list = field(default_factory=list)
    opened: dict = field(default_factory=dict)
    promoted: Ranked | None = None

    @property
    def whole(self):
        """Return how many results meet all that was asked for."""
        wanted = len(self.query.units) + len(self.query.unknown)
        return sum(len(one.met) == wanted for one in self.results)

    @property
    def is_partial(self):
        """Return whether none of the results meets all that can be met."""
        return bool(self.results) and len(self.results[0].met) < len(self.query.units)

    @property
    def is_cut(self):
        """Return whether there may be more that were not looked at."""
        return len(self.results) >= MOST

    @property
    def read_as(self):
        """Return what was typed with its corrections."""
        text = self.typed
        for unit in self.query.corrections:
            text = text.replace(unit.words, unit.correction, 1)
        return text

    def address(self, candidate):
        kind = kinds()[candidate.root]
        return kind.address(self.opened[candidate.root][candidate.thing])

    def marks(self):
        """Return {kind: Counter of (value, label)} of what the results are marked with."""
        found = defaultdict(Counter)
        for one in self.results:
            for kind, value, label in one.candidate.marks:
                found[kind][value, label] += 1
        return found

    def by_date(self):
        return sorted(self.results, key=lambda one: one.candidate.day, reverse=True)


def find(typed, language, marks=(), is_literal=False):
    """Return what readers can open of what answers ``typed`` in the active ``language``.

    At most seven statements: four of `understand`, one, and one for each kind that is found.
    """
    query = understand(typed, language, marks, is_literal)
    if query.marks is None or (is_literal and query.unknown):
        return Found(typed, query)
    terms = [sorted({query.keys[one] for one in unit.stems}) for unit in query.units]
    some = candidates(terms, query.marks)
    first = promoted(typed, language) if not marks else None
    opened = opened_of([*some, first] if first else some)
    if first and first.thing in opened[first.root]:
        first = Ranked(first, tuple(query.units), 0, {})
    else:
        first = None
    some = [one for one in some if one.thing in opened[one.root]]
    results = ranked(some, query.units, query.keys)
    return Found(typed, query, enough(results, query, is_literal), opened, first)


def opened_of(candidates):
    keys = defaultdict(list)
    for one in candidates:
        keys[one.root].append(one.thing)
    return {root: kinds()[root].opened(some) for root, some in keys.items() if root in kinds()}


def enough(results, query, is_literal):
    """Return those of ``results`` that meet all units; where these are few, the best others too."""
    whole = [one for one in results if len(one.met) == len(query.units)]
    if len(whole) >= FEW or is_literal:
        return whole
    others = results[len(whole) :]
    best = max((worth(one) for one in others), default=0)
    return whole + [one for one in others if worth(one) >= WORTH * best][:MOST_PARTIAL]


def worth(one):
    return sum(unit.weight for unit in one.met)
