"""What a query asks for: units, each of which may be met in several ways."""

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from cyberworkers.language.folding import tokens
from cyberworkers.language.stems import stem
from cyberworkers.language.words import stop_words
from search.index.places import mark_of
from search.synonyms.groups import MOST_WORDS

LONGEST = 200  # characters that are read of a query
MOST = 12  # units that are looked for
PHRASE = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»')
SYNONYM = 0.7  # what another word for it counts, beside the word itself


class Way(NamedTuple):
    """Words that meet a unit when they stand together: their stems and the marks of their forms.

    ``factor`` is how much this way counts; with ``is_exact`` the words follow one another.
    """

    stems: tuple
    marks: tuple
    factor: float = 1.0
    is_exact: bool = False


@dataclass
class Unit:
    """``words`` as they were typed; ``correction`` is what they were taken for."""

    words: str
    forms: tuple
    ways: list = field(default_factory=list)
    correction: str = ""
    weight: float = 0.0

    @property
    def stems(self):
        return {one for way in self.ways for one in way.stems}


def way(forms, language, factor=1.0, is_exact=False):
    stems = tuple(stem(form, language) for form in forms)
    return Way(stems, tuple(map(mark_of, forms)), factor, is_exact)


def units_of(typed, language, synonyms=MappingProxyType({})):
    """Return the `Unit`s of ``typed``, in their order: no word twice, none that says nothing
    unless there are no others. ``synonyms`` are as `search.synonyms.groups.by_stems` returns them.
    """
    typed = typed[:LONGEST]
    found = []
    start = 0
    for match in PHRASE.finditer(typed):
        found += single(typed[start : match.start()], language, synonyms)
        found += phrase(next(filter(None, match.groups())), language)
        start = match.end()
    found += single(typed[start:], language, synonyms)
    stop = stop_words(language)
    telling = [unit for unit in found if not stop.issuperset(unit.forms)]
    once = {unit.forms: unit for unit in reversed(telling or found)}
    return [unit for unit in telling or found if once.pop(unit.forms, None)][:MOST]


def phrase(text, language):
    forms = tuple(token.form for token in tokens(text, language))
    if not forms:
        return []
    return [Unit(text.strip(), forms, [way(forms, language, is_exact=len(forms) > 1)])]


def single(text, language, synonyms):
    """Return a `Unit` for each word of ``text``, and one for several that have a synonym."""
    stop = stop_words(language)
    words = tokens(text, language)
    telling = [word for word in words if word.form not in stop] or words
    found, place = [], 0
    while place < len(telling):
        count, others = same_as(telling[place : place + MOST_WORDS], language, synonyms)
        some = telling[place : place + count]
        forms = tuple(word.form for word in some)
        ways = [way(forms, language)]
        ways += [way(other, language, SYNONYM) for other in others]
        found.append(Unit(text[some[0].start : some[-1].end], forms, ways))
        place += count
    return found


def same_as(words, language, synonyms):
    """Return (of how many of the first of ``words``, what other words stand for them)."""
    stems = tuple(stem(word.form, language) for word in words)
    for count in range(len(stems), 0, -1):
        if others := synonyms.get(stems[:count]):
            return count, others
    return 1, []
