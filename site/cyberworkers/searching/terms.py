"""The words of a search, without what a database would take for its own signs."""

import re
import unicodedata

from wagtail.search.query import And, Or, Phrase, PlainText

MOST = 40  # words: PostgreSQL gives up at some thousands
TERM = re.compile(r'"[^"]*\w[^"]*"|\w+')


def searchable(typed):
    """Return only the words and the "phrases" of ``typed``.

    PostgreSQL makes no query of anything else, and Wagtail raises TypeError without one.
    """
    words = re.sub(r'[^\w"]|_', " ", unicodedata.normalize("NFKC", typed))
    return " ".join(TERM.findall(words))


def sound(query):
    """Return ``query``, a text or one of Wagtail's queries, with nothing but words in it.

    An empty text stands for a query that has none: Wagtail finds nothing then.
    """
    if isinstance(query, str):
        return " ".join(searchable(query).replace('"', " ").split()[:MOST])
    if isinstance(query, PlainText):
        words = sound(query.query_string)
        return PlainText(words, operator=query.operator, boost=query.boost) if words else ""
    if isinstance(query, Phrase):
        words = sound(query.query_string)
        return Phrase(words) if words else ""
    if isinstance(query, And | Or):
        parts = [part for part in map(sound, query.subqueries) if part]
        return type(query)(parts) if parts else ""
    return query
