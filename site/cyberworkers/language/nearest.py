"""The words of which a misspelt one may be meant: few letters away, or heard the same."""

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
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


def closest(form, words, most, first=0.0):
    """Return sorted (how far, word) of the ``words`` that are at most so far from ``form``."""
    near = process.extract(form, list(words), scorer=OSA.distance, score_cutoff=most, limit=None)
    heard = sound(form)
    return sorted(
        (far + first - (0.6 if sound(word) == heard else 0), word) for word, far, _place in near
    )


def nearest(form, words):
    """Return the one of ``words`` that ``form`` was most likely meant for, or None."""
    most = distance_allowed(form)
    found = closest(form, sorted(words), most) if most else []
    alike = [(far + (word[0] != form[0]) / 2, word) for far, word in found]
    return min(alike)[1] if alike else None
