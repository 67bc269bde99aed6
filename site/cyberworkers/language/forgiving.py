"""The words of a search of the CMS, in whatever language its texts are: without accents and
ligatures, and by their stems in all languages of the site.
"""

from typing import NamedTuple

from django.conf import settings

from cyberworkers.language.folding import compounds, tokens
from cyberworkers.language.stems import stem
from cyberworkers.language.words import stop_words

LONGEST, MOST = 200, 12  # characters and words of a search that are read
ELIDING = "fr"  # what it elides before an apostrophe is no word of any other
BETWEEN = "."  # no word: what is on both sides of it does not stand together


class Wanted(NamedTuple):
    """A word that is looked for: by how words begin that are meant, or by their stems."""

    form: str
    stems: tuple
    typed: str


def forms(text):
    """Return the folded words of ``text``, in their order."""
    return [token.form for token in tokens(text, ELIDING)]


def stems(form):
    """Return the stems of a folded ``form``, sorted."""
    return sorted({stem(form, language) for language, _name in settings.LANGUAGES})


def stems_of(text):
    """Return the stems of all words of ``text``, and of what hyphens join, each once."""
    found = tokens(text, ELIDING)
    words = [token.form for token in found] + [form for _place, form in compounds(found)]
    return list(dict.fromkeys(one for form in dict.fromkeys(words) for one in stems(form)))


def searched(text):
    """Return all words of ``text`` in their order, then their stems, each between two blanks."""
    return f" {' '.join(forms(text))} {BETWEEN} {' '.join(stems_of(text))} "


def is_held(word, text):
    """Return whether ``text``, as of `searched`, holds a `Wanted` word, or one that begins so."""
    return any(one in text for one in [f" {word.form}", *(f" {stem} " for stem in word.stems)])


def wanted(typed):
    """Return the `Wanted` words of what somebody typed: none that says nothing, but there are no
    others.
    """
    typed = typed[:LONGEST]
    stop = frozenset().union(*(stop_words(language) for language, _name in settings.LANGUAGES))
    found = {token.form: token for token in reversed(tokens(typed, ELIDING))}
    words = [token for token in reversed(found.values())]
    telling = [token for token in words if token.form not in stop] or words
    return [
        Wanted(token.form, tuple(stems(token.form)), typed[token.start : token.end])
        for token in telling[:MOST]
    ]
