"""What visitors look for and do not find, as words that say nothing about them."""

import unicodedata

from django.dispatch import receiver

from audience.counting import add_one
from audience.models import FruitlessSearch
from audience.readers import is_reader
from cyberworkers.signals import searched

MOST_NEW_A_DAY = 200  # different words
MOST_DIGITS = 4  # a year; five are a postcode, a telephone number, a customer


@receiver(searched)
def count_fruitless(request, typed, words, language, results, **kwargs):
    """Count ``words`` when nothing was found; what may be personal is not kept at all."""
    if results or request.method != "GET" or not is_reader(request) or is_personal(typed):
        return
    words = normal(words)
    if 0 < len(words) <= FruitlessSearch._meta.get_field("words").max_length:
        key = {"words": words, "language": language}
        add_one(FruitlessSearch, "searches", most_rows=MOST_NEW_A_DAY, **key)


def is_personal(typed):
    """Return whether ``typed`` may be somebody's address or number."""
    typed = unicodedata.normalize("NFKC", typed)
    return "@" in typed or sum(character.isnumeric() for character in typed) > MOST_DIGITS


def normal(words):
    """Return ``words`` in small letters, each followed by one space, without quotation marks."""
    return " ".join(words.replace('"', " ").casefold().split())
