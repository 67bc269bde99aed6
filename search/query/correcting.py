"""A word that no page has, taken for one that some page has."""

from collections import defaultdict

from django.utils.translation import get_language

from cyberworkers.answering.asked import known
from cyberworkers.language.nearest import closest, distance_allowed
from search.index.models import Word

MOST = 5


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
