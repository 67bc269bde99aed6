"""A word that no page has, taken for one that some page has."""

import re
from collections import defaultdict

from django.utils.translation import get_language
from rapidfuzz import process
from rapidfuzz.distance import OSA

from cyberworkers.answering.asked import known
from search.index.models import Word

SHORTEST, MOST = 4, 5
# What is written in several ways and sounds the same, in French above all.
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        ("ph", "f"), ("qu", "k"), ("eaux?|aux?", "o"), ("[ae]i(?!l)", "e"), ("y", "i"),
        ("c(?=[eiy])", "s"), ("c|ck", "k"), ("h", ""), ("[ae][nm](?![aeiouy])", "an"),
        ("(.)\\1+", "\\1"), ("(es|er|ez|ee|e|s|t|x)$", ""),
    ]
]  # fmt: skip


def sound(form):
    for pattern, sounds in SOUNDS:
        form = pattern.sub(sounds, form)
    return form


def distance_allowed(form):
    """Return how many letters may be wrong: none of a short word, as it would be any other."""
    if len(form) < SHORTEST:
        return 0
    return 1 if len(form) < 6 else 2 if len(form) < 12 else 3


def find_vocabulary():
    """Return {first letter: {form: as it is spelt}} of the words of the active language."""
    found = defaultdict(dict)
    for form, shown in Word.objects.filter(language=get_language()).values_list("form", "shown"):
        found[form[0]][form] = shown
    return dict(found)


def corrections(form):
    """Return [(form, as it is spelt)] of the words of the site that ``form`` may have been meant
    for, the likeliest first. The work is bounded by the words of the site: letters by their count.
    """
    most = distance_allowed(form)
    if not most:
        return []
    vocabulary = known(find_vocabulary)
    alike = vocabulary.get(form[0], {})
    found = closest(form, alike, most)
    if not found or found[0][0] > 1:
        others = [
            word for letter, words in vocabulary.items() for word in words if letter != form[0]
        ]
        found = sorted(found + closest(form, others, min(most, 2), first=0.5))
    return [(one, vocabulary[one[0]][one]) for _far, one in found[:MOST]]


def closest(form, words, most, first=0.0):
    """Return sorted (how far, word) of the ``words`` that are at most so far from ``form``."""
    near = process.extract(form, list(words), scorer=OSA.distance, score_cutoff=most, limit=None)
    heard = sound(form)
    return sorted(
        (far + first - (0.6 if sound(word) == heard else 0), word) for word, far, _place in near
    )
