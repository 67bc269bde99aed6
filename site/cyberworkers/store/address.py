"""Which requests the store may answer, and under which address an answer is kept."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

# What pages read of the query of their address. Anything else is answered without the store.
NAMES = {"page", "person", "year"}
# Names that others hang on links to see where readers come from; no page reads them.
TRACKERS = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|mc_[ce]id|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|igshid|ref_src"
)
LONGEST = 500  # characters of a query


def address_of(environ):
    """Return what an answer to the request of ``environ`` is kept under, and its query.

    None and the query as it is where the store has nothing to say: a request of somebody signed
    in, with a message to show, for a part, or with a query that no page knows.
    """
    query = environ.get("QUERY_STRING", "")
    cookies = environ.get("HTTP_COOKIE", "")
    if (
        environ["REQUEST_METHOD"] not in ("GET", "HEAD")
        or "HTTP_AUTHORIZATION" in environ
        or "HTTP_RANGE" in environ
        or settings.SESSION_COOKIE_NAME in cookies
        or "messages=" in cookies
        or environ.get("PATH_INFO", "").startswith(beside_pages())
    ):
        return None, query
    if query:
        kept = known(query) if len(query) <= LONGEST else None
        if kept is None:
            return None, query
        query = kept
    scheme = environ.get("HTTP_X_FORWARDED_PROTO") or environ.get("wsgi.url_scheme")
    host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME")
    return (scheme, host, environ.get("PATH_INFO"), query), query


@lru_cache(1024)
def known(query):
    """Return ``query`` without trackers; None where it has names that no page knows."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict")
    except ValueError:
        return None
    pairs = [pair for pair in pairs if not TRACKERS.fullmatch(pair[0])]
    return urlencode(pairs) if all(name in NAMES for name, _value in pairs) else None


@lru_cache(1)
def beside_pages():
    """Return how the paths begin at which no page lies."""
    return settings.STATIC_URL, settings.MEDIA_URL, *settings.NOT_STORED
