"""What an address answers when nothing at all is kept, and how answers are compared."""

import re
from contextlib import contextmanager
from typing import NamedTuple
from wsgiref.util import setup_testing_defaults

from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache

from cyberworkers.remembered.blocks import HTML
from cyberworkers.store import kept
from cyberworkers.store.address import known
from cyberworkers.store.warming import Django

OK = 200
# What is another one for each visit: the tokens of forms.
FOR_ONE_VISIT = re.compile(
    rb'((?:name="(?:form-token|csrfmiddlewaretoken)"|data-token) value=")[^"]+', re.DOTALL
)


class Seen(NamedTuple):
    """What a reader sees of an answer."""

    status: int
    location: str
    body: bytes

    @classmethod
    def of(cls, status, headers, body):
        return cls(status, headers.get("Location", ""), FOR_ONE_VISIT.sub(rb"\1", body))


@contextmanager
def nothing_kept():
    """Hide, for a while, what this process and the caches remember; then it is there again."""
    values = kept._generation, kept._values
    answers, length = HTML.answers, HTML.length
    cache = caches["default"]
    kept._generation, kept._values = None, {}
    HTML.answers, HTML.length = type(answers)(), 0
    caches["default"] = DummyCache("", {})
    try:
        yield
    finally:
        kept._generation, kept._values = values
        HTML.answers, HTML.length = answers, length
        caches["default"] = cache


class Reference:
    """Renders each address anew, from the database alone."""

    def __init__(self):
        self.django = Django()

    def get(self, address):
        path, _mark, query = address.partition("?")
        without_trackers = known(query)
        if without_trackers not in (None, query):
            seen = self.render(path, without_trackers)
            if seen.status == OK:  # then links to other pages of a list name no tracker
                return seen
        return self.render(path, query)

    def render(self, path, query):
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver"}
        setup_testing_defaults(environ)
        said = []
        with nothing_kept():
            chunks = self.django(environ, lambda status, headers: said.extend((status, headers)))
            body = b"".join(chunks)
        return Seen.of(int(said[0][:3]), dict(said[1]), body)


def first_difference(one, other):
    """Return where two answers differ, in a line for people."""
    if (one.status, one.location) != (other.status, other.location):
        return f"{one.status} {one.location} instead of {other.status} {other.location}"
    pairs = zip(one.body, other.body, strict=False)
    place = next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(map(len, (one.body, other.body)))
    )
    around = slice(max(0, place - 60), place + 60)
    return f"{one.body[around]!r} instead of {other.body[around]!r}"
