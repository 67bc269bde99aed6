"""What is found of a queryset. Where nothing is, what was typed is taken for the likeliest words
of what can be found.
"""

from dataclasses import dataclass

from django.db.models import Count, Q
from wagtail.models import Page
from wagtail.search.query import And, Boost, Fuzzy, MatchAll, Or, Phrase, PlainText

from cyberworkers.language.forgiving import wanted
from cyberworkers.language.respelling import respelt, spellings
from search.cms.conditions import found_in, holds, rows_of
from search.index.models import Word

NEWEST = 5_000  # objects whose titles are looked at for a correction


@dataclass
class Answer:
    """``keys`` are those of what is found, in its order, each with its score; None stands for all.

    ``corrected`` is what was looked for instead of what was typed.
    """

    keys: dict | None
    corrected: str = ""


def answer(query, queryset, by_relevance):
    """Return the `Answer` to one of Wagtail's queries: one statement, five where it finds nothing.

    The table is read from end to end for it: so what is found is listed at once.
    """
    if isinstance(query, MatchAll):
        return Answer(None)
    typed = text_of(query)
    words = wanted(typed)
    if not words:
        return Answer({})
    if found := found_in(queryset, words, by_relevance):
        return Answer(found)
    meant = correction(typed, words, queryset)
    if meant and (found := found_in(queryset, meant.words, by_relevance)):
        return Answer(found, meant.text)
    return Answer({})


def text_of(query):
    """Return all words that ``query`` asks for."""
    if isinstance(query, PlainText | Phrase | Fuzzy):
        return query.query_string
    if isinstance(query, And | Or):
        return " ".join(map(text_of, query.subqueries))
    return text_of(query.subquery) if isinstance(query, Boost) else ""


def correction(typed, words, queryset):
    """Return ``typed`` as it may have been meant (`respelt`), or None.

    Nobody learns of a title that is not in ``queryset``: it is corrected from its titles, and,
    among pages, from the words that readers see.
    """
    rows = rows_of(queryset)
    counts = {f"found{place}": Count("pk", filter=holds(word)) for place, word in enumerate(words)}
    found = list(rows.aggregate(**counts).values())
    if all(found):
        return None
    titles = rows.order_by("-key").values_list("title", "draft")[:NEWEST]
    vocabulary = spellings(text for row in titles for text in row)
    if issubclass(queryset.model, Page):
        vocabulary = readers_words(words) | vocabulary
    return respelt(typed, words, found, vocabulary)


def readers_words(words):
    """Return the words that readers see and that begin with the same letters, as `spellings`."""
    begun = Q()
    for word in words:
        begun |= Q(form__startswith=word.form[0])
    return dict(Word.objects.filter(begun).order_by("-language").values_list("form", "shown"))
