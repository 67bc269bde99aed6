"""The words that somebody is typing, as beginnings of words of the site."""

from cyberworkers.language.folding import tokens
from cyberworkers.language.stems import stem
from cyberworkers.language.words import stop_words
from search.index.beginnings import SHORTEST, cut

MOST = 5  # words that are looked for
SURE = 3  # letters of a stem that stands for a word


def beginnings(typed, language):
    """Return the beginnings that ``typed`` asks for, in its order, none twice.

    Words that say nothing are left out; the last, which may not be complete, if there are others.
    """
    words = tokens(typed, language)
    stop = stop_words(language)
    found = [beginning(one.form, language) for one in words[:-1] if one.form not in stop]
    found += [one.form for one in words[-1:] if one.form not in stop or not found]
    found = [cut(one) for one in found if len(one) >= SHORTEST]
    return list(dict.fromkeys(found[-MOST:]))


def beginning(form, language):
    """Return how all forms of a complete word begin, where it is one of these."""
    found = stem(form, language)
    return found if len(found) >= SURE and form.startswith(found) else form
