"""What the forms of a word have in common: Snowball's stems, of folded words.

Of French they are taken without accents, since many type without: the same ending then has one
letter more or less (connecté, connectée), which is mended here. What no rule knows
(irregular verbs, travaux, spellings of English) is in `words`.
"""

from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from cyberworkers.language.words import irregular

SNOWBALL = {"fr": "french", "en": "english"}
one_at_a_time = Lock()  # a stemmer holds the word at which it works


@cache
def stemmer(language):
    name = SNOWBALL.get(language)
    return snowballstemmer.stemmer(name).stemWord if name else str


@lru_cache(maxsize=100_000)
def stem(form, language):
    """Return the stem of a folded ``form``; of a language that Snowball does not know, itself."""
    if not form.isalpha():
        return form
    form = irregular(language).get(form, form)
    with one_at_a_time:
        found = stemmer(language)(form)
    if language == "fr":
        found = found.rstrip("e") or found
    return found
