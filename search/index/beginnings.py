"""The beginnings of words, as terms of the index: by these is suggested while somebody types.

A title or a name is found under “^fib”, a question to which a page leads under “?fib”: no stem
holds these signs. The first of a beginning are read as those of any term, however many there are.
"""

from collections import defaultdict

from cyberworkers.language.words import stop_words
from search.index.places import PEOPLE, TITLE, Place, pack
from search.index.reading import words_of

NAME, QUESTION = "^", "?"
LENGTHS = (2, 3, 4, 5, 6, 8)  # letters; with more of them few words are told apart
SHORTEST, LONGEST = min(LENGTHS), max(LENGTHS)
LASTING = 1_000_000  # more than the day of any text: people and topics, which have none, are first


def cut(form):
    """Return the longest beginning of a folded ``form`` that is in the index."""
    return form[: max((length for length in LENGTHS if length <= len(form)), default=0)]


def beginnings_of(document):
    """Return {term: (impact, places)} of what can be suggested of a `Document`."""
    found, stop = defaultdict(list), stop_words(document.language)
    for number, sign, words in leads(document.parts):
        for word, is_heading, token in words_of(("", words, ""), document.language):
            if token.form in stop or len(token.form) < SHORTEST:
                continue
            place = Place(number, is_heading, word, 0)
            for beginning in {cut(token.form[:length]) for length in LENGTHS}:
                found[sign + beginning].append(place)
    impact = document.day.toordinal() if document.day else LASTING
    return {term: (impact, pack(places)) for term, places in found.items()}


def leads(parts):
    """Yield (number, sign, words) of those of ``parts`` that are suggested."""
    for number, (text, heading, anchor) in enumerate(parts):
        if number in (TITLE, PEOPLE):
            yield number, NAME, text
        elif anchor:
            yield number, QUESTION, heading
