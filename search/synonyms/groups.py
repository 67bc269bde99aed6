"""Which words stand for the same, as a search reads them."""

from collections import defaultdict

from cyberworkers.language.folding import tokens
from cyberworkers.language.stems import stem
from cyberworkers.language.words import known, stop_words

SEPARATOR = ","
MOST_WORDS = 4  # that mean something together


def apart(line):
    """Return the words of a ``line`` of which each stands for the same, as they are written."""
    return [words for one in line.split(SEPARATOR) if (words := " ".join(one.split()))]


def by_stems(groups, language):
    """Return {stems of one: the folded words of each of the others}, all of them as tuples.

    ``groups`` are lists of what stands for the same.
    """
    found = defaultdict(list)
    for group in groups:
        forms = [telling(words, language) for words in group]
        for one in forms:
            key = stems(one, language)
            found[key] += [other for other in forms if other != one and other not in found[key]]
    return dict(found)


def telling(words, language):
    """Return the folded words of ``words`` but those that say nothing."""
    stop = stop_words(language)
    forms = tuple(token.form for token in tokens(words, language))
    return tuple(form for form in forms if form not in stop) or forms


def stems(forms, language):
    return tuple(stem(form, language) for form in forms)


def first_groups(language):
    """Return those with which every site begins: `synonyms` of the TOML files."""
    return known(language).get("synonyms", [])
