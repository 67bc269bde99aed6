"""Whose visits are counted: people who read, as far as a request tells without a trace of them."""

import re

from django.conf import settings

# Machines that say what they are, in one of these words; browsers say none of them. Most give an
# address ("http") where to read about them. "Cubot" is a make of telephones.
MACHINES = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|archive|headless|lighthouse|monitor|preview|scan|http|curl|wget",
    re.IGNORECASE,
)
PREFETCHES = ("Sec-Purpose", "Purpose", "X-Moz")


def is_reader(request):
    """Return whether ``request`` looks like that of a person who reads.

    No: without a User-Agent, or with one of a machine; with the cookie of a session, which only
    those get who sign in to the CMS or open a page with a password (asking who it is would take a
    query, and make the answer depend on cookies); with Global Privacy Control, which asks not to
    be measured; fetched in advance, perhaps never to be seen.
    """
    agent = request.headers.get("User-Agent", "")
    return (
        bool(agent.strip())
        and not MACHINES.search(agent)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and request.headers.get("Sec-GPC") != "1"
        and not any("prefetch" in request.headers.get(name, "") for name in PREFETCHES)
    )


def is_from_here(request):
    """Return whether a page of this site sent ``request``, as browsers tell of each post.

    Sec-Fetch-Site says it over HTTPS, Origin everywhere (fetch.spec.whatwg.org, w3.org/TR/
    fetch-metadata). What is no browser can say anything.
    """
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    return site in (None, "same-origin") and origin == f"{request.scheme}://{request.get_host()}"
