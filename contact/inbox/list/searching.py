"""A search of the list that finds nothing is taken for the likeliest words of the requests."""

from contact.requests.words import telephone
from cyberworkers.language.forgiving import BETWEEN, wanted
from cyberworkers.language.nearest import SHORTEST
from cyberworkers.language.respelling import respelt

NEWEST = 1_000  # requests whose words are looked at for a correction


def search(requests, typed):
    """Return what of ``requests`` is found by ``typed``, and what it was taken for, or ""."""
    found = requests.matching(typed)
    words = wanted(typed)
    if telephone(typed.strip()) or not words or found.order_by().exists():
        return found, ""
    known = [requests.holding([(word.form, word.stems)]).order_by().exists() for word in words]
    meant = None if all(known) else respelt(typed, words, known, vocabulary(requests))
    if not meant:
        return found, ""
    return requests.holding([(word.form, word.stems) for word in meant.words]), meant.text


def vocabulary(requests):
    """Return the words of the newest of ``requests``; those that can be corrected to.

    They are stored as they are folded: a name is said without its accents.
    """
    texts = requests.order_by("-submit_time", "-pk").values_list("search_text", flat=True)
    words = {word for text in texts[:NEWEST] for word in text.partition(f" {BETWEEN} ")[0].split()}
    return {word: word for word in words if len(word) >= SHORTEST and word.isalpha()}
