"""The words of a search, without what a database would take for its own signs."""

import re
import unicodedata

TERM = re.compile(r'"[^"]*\w[^"]*"|\w+')


def searchable(typed):
    """Return only the words and the "phrases" of ``typed``.

    PostgreSQL makes no query of anything else, and Wagtail raises TypeError without one.
    """
    words = re.sub(r'[^\w"]|_', " ", unicodedata.normalize("NFKC", typed))
    return " ".join(TERM.findall(words))
