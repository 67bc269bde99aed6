"""Which words stand for the same: `synonyms` of the TOML files."""

from collections import defaultdict
from functools import cache

from search.language.folding import tokens
from search.language.stems import stem
from search.language.words import known, stop_words


@cache
def groups(language):
    """Return {stems of one: the folded words of each of the others}, all of them as tuples."""
    found = defaultdict(list)
    for group in known(language).get("synonyms", []):
        forms = [telling(words, language) for words in group]
        for one in forms:
            key = tuple(stem(form, language) for form in one)
            found[key] += [other for other in forms if other != one and other not in found[key]]
    return dict(found)


def telling(words, language):
    """Return the folded words of ``words`` but those that say nothing."""
    stop = stop_words(language)
    forms = tuple(token.form for token in tokens(words, language))
    return tuple(form for form in forms if form not in stop) or forms
