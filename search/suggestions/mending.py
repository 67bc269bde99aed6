"""The beginning of a word in which one letter is wrong, taken for one that the site has.

All that it may have been meant for is asked for by one statement, whatever the site holds: some
hundred terms, found by their index.
"""

from string import ascii_lowercase

from search.index.beginnings import NAME, QUESTION, cut
from search.query.terms import known_terms

SHORTEST = 4  # letters: one of fewer would be any other


def mended(wanted, language):
    """Return the beginnings ``wanted``, what nothing begins with replaced; [] where nothing fits.

    Of what is likely as much, most texts have the one that is chosen.
    """
    near = {one: nearby(one) for one in wanted}
    asked = {sign + one for some in near.values() for one in some for sign in (NAME, QUESTION)}
    counts = {term[1:]: 0 for term in asked}
    for term, known in known_terms(language, asked).items():
        counts[term[1:]] += known.count
    found = []
    for one, others in near.items():
        best = one if counts[one] else max(others, key=lambda other: counts[other])
        if not counts[best]:
            return []
        found.append(best)
    return list(dict.fromkeys(found))


def nearby(form):
    """Return ``form`` and all that differ from it in one letter after the first."""
    found = [form]
    if len(form) < SHORTEST:
        return found
    for place in range(1, len(form)):
        before, after = form[:place], form[place + 1 :]
        found.append(before + after)
        found.append(before + form[place + 1 : place + 2] + form[place] + form[place + 2 :])
        found += [before + letter + after for letter in ascii_lowercase]
        found += [before + letter + form[place:] for letter in ascii_lowercase]
    return list(dict.fromkeys(map(cut, found)))
