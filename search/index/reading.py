"""What a text holds, as the index and the ranking see it: its parts, terms and places."""

import math
from collections import defaultdict

from cyberworkers.language.folding import compounds, tokens
from cyberworkers.language.stems import stem
from cyberworkers.language.words import stop_words
from search.index.places import (
    ALSO,
    PASSAGES,
    PEOPLE,
    STANDFIRST,
    TITLE,
    TOPICS,
    Place,
    mark_of,
)

# How much it counts that a part holds a term, how often it does so not counting.
WEIGHTS = {TITLE: 9, PEOPLE: 9, TOPICS: 4, STANDFIRST: 4, ALSO: 3}
HEADING, TEXT = 2.5, 1.2  # each heading of a passage, up to two; its text, the logarithm of it
ENOUGH = 5  # what is worth half of all that there could be
USUAL = 700  # words: in a longer text a term counts a little less
STOPPED_IN = 3  # title, people and topics hold words that say nothing, too


def parts_of(shown):
    """Return (text, heading, anchor) of all parts of a `Shown`."""
    parts = [shown.title, ", ".join(shown.people), ", ".join(shown.topics)]
    parts += [shown.standfirst, " ".join(shown.also)]
    passages = [(one.text, one.heading, one.anchor) for one in shown.passages]
    return [(text, "", "") for text in parts] + passages


def words_of(part, language):
    """Yield (number of the word, in the heading, `Token`) of a part: its heading, then its text."""
    text, heading, _anchor = part
    start = 0
    for is_heading, words in ((True, heading), (False, text)):
        found = tokens(words, language)
        for place, token in enumerate(found):
            yield start + place, is_heading, token
        for place, form in compounds(found):
            yield start + place, is_heading, found[place]._replace(form=form)
        start += len(found) + 5  # what stands in the text is not near what stands in the heading


def terms_of(parts, language):
    """Return {stem: its `Place`s} of ``parts``, in their order."""
    stop, found = stop_words(language), defaultdict(list)
    for number, part in enumerate(parts):
        for word, in_heading, token in words_of(part, language):
            if number >= STOPPED_IN and token.form in stop:
                continue
            place = Place(number, in_heading, word, mark_of(token.form))
            found[stem(token.form, language)].append(place)
    return found


def impact(places, length):
    """Return how much a term counts that stands at ``places`` of a text of ``length`` words.

    As BM25 with fields: more occurrences count more, ever less so; up to 1,000.
    """
    weight = sum(WEIGHTS[part] for part in {place.part for place in places} & WEIGHTS.keys())
    passages = [place for place in places if place.part >= PASSAGES]
    headings = sum(place.in_heading for place in passages)
    weight += HEADING * min(headings, 2) + TEXT * math.log2(1 + len(passages) - headings)
    return round(1000 * weight / (weight + ENOUGH * (0.7 + 0.3 * length / USUAL)))


def spelt(parts, language):
    """Return {folded form: as it is spelt} of the words of ``parts`` that can be corrected to."""
    found = {}
    for text, heading, _anchor in parts:
        for words in (heading, text):
            for token in tokens(words, language):
                if len(token.form) > 2 and token.form.isalpha():
                    found.setdefault(token.form, words[token.start : token.end].lower())
    return found
