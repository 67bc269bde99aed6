"""What is suggested of all that begins as somebody types: something of each sort."""

from typing import NamedTuple

from django.apps import apps
from django.utils.translation import gettext
from wagtail.models import Page

from cyberworkers.language.folding import tokens
from search.index.beginnings import NAME, QUESTION
from search.index.kinds import kinds
from search.query.finding import opened_of
from search.query.marking import Span, in_marks
from search.suggestions.looking import beginning_with
from search.suggestions.mending import mended
from search.suggestions.typed import beginnings

MOST = 8
LONGEST = 80  # characters that are read of what is typed
# So many of each sort before the others get what is left: people and topics, pages, questions.
FAIR = (3, 3, 2)


class Suggestion(NamedTuple):
    """``text`` is HTML; ``about`` is the page that holds it, where it is a question."""

    url: str
    text: str
    kind: str
    about: str = ""


def suggestions(typed, language):
    """Return at most eight `Suggestion`s of what readers can open, for what is being ``typed``.

    Four statements: one, and one for each kind of what is found; two more where a letter is wrong.
    """
    wanted = beginnings(typed[:LONGEST], language)
    found = beginning_with(wanted, language) if wanted else []
    if wanted and not found:
        before, wanted = wanted, mended(wanted, language)
        found = beginning_with(wanted, language) if wanted not in ([], before) else []
    opened = opened_of(found)
    sorts = [[], [], []]
    for one in found:
        if one.thing in opened.get(one.root, {}):
            url = kinds()[one.root].address(opened[one.root][one.thing])
            for sort, suggestion in of_one(one, url, wanted, language):
                sorts[sort].append(suggestion)
    return fair(sorts)


def of_one(one, url, wanted, language):
    """Yield (sort, `Suggestion`) of a `Candidate`: its name, and the first question that fits."""
    named = {word for sign, word in one.postings if sign == NAME}
    if named.issuperset(wanted):
        kind = apps.get_model(one.model)._meta.verbose_name
        sort = 1 if one.root == Page._meta.label_lower else 0
        yield sort, Suggestion(url, emphasised(one.title, wanted, language), kind)
    asked = {}
    for (sign, word), places in one.postings.items():
        for place in places if sign == QUESTION else ():
            asked.setdefault(place.part, set()).add(word)
    for part, words in sorted(asked.items()):
        if (words | named).issuperset(wanted) and str(part) in one.marks:
            heading, anchor = one.marks[str(part)]
            text = emphasised(heading, wanted, language)
            yield 2, Suggestion(f"{url}#{anchor}", text, gettext("question"), one.title)
            return


def emphasised(text, wanted, language):
    """Return ``text`` as HTML, the words marked that begin as was ``wanted``."""
    words = tokens(text, language)
    found = [Span(one.start, one.end, 0) for one in words if one.form.startswith(tuple(wanted))]
    return in_marks(text, found)


def fair(sorts):
    """Return the first of each of ``sorts``, and of what they leave, in this order."""
    counts = [min(len(some), fair) for some, fair in zip(sorts, FAIR, strict=True)]
    for place, some in enumerate(sorts):
        counts[place] = min(len(some), counts[place] + MOST - sum(counts))
    return [one for some, count in zip(sorts, counts, strict=True) for one in some[:count]]
