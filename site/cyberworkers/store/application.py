"""The WSGI application that gives readers what is kept, before Django is asked at all."""

import logging
from hashlib import blake2b

from django.core.cache import caches

from cyberworkers.store import generation
from cyberworkers.store.address import address_of
from cyberworkers.store.answer import Answer
from cyberworkers.store.memory import Memory, Turns
from cyberworkers.store.release import release
from cyberworkers.store.shared import LACKING

logger = logging.getLogger(__name__)
DAY = 24 * 60 * 60  # seconds
MOST_UNKEPT = 10_000


class PageStore:
    """Wraps ``application``; keeps at most ``limit`` bytes in this process. 0 keeps nothing.

    What other processes made is in the cache "pages" (files, or Redis): a process looks there
    before it renders. Where the store fails, ``application`` is asked.
    """

    def __init__(self, application, limit):
        self.application = application
        self.limit = limit
        self.memory = Memory(limit)
        self.turns = Turns()
        self.unkept = {}  # addresses whose answers are not for all: nobody waits for them

    def __call__(self, environ, start_response):
        address, query = address_of(environ)
        if address is None:
            return self.application(environ, start_response)
        now = generation.current() if self.limit else None
        environ["cyberworkers.generation"] = now
        answer = now and self.memory.get(address, now)
        if answer:
            return answer.give(environ, start_response)
        if not now:
            return self.ask(environ, start_response, query)
        if self.unkept.get(address) == now:
            return self.ask(environ, start_response, environ.get("QUERY_STRING", ""))
        with self.turns.of(address):
            answer = self.memory.get(address, now) or self.from_others(address, now)
            if not answer:
                return self.ask(environ, start_response, query, address)
            self.memory.put(address, now, answer)
        return answer.give(environ, start_response)

    def ask(self, environ, start_response, query, address=None):
        """Let Django answer; keep it under ``address``, if given, where it is for everybody.

        What is for everybody depends on ``query`` alone, what the address keeps of its query.
        Where nothing of the kind is there, the whole query may lead to something else (a redirect).
        """
        said = []

        def listen(status, headers, exc_info=None):
            said[:] = status, headers, exc_info

        asked = environ | {"QUERY_STRING": query} | ({"REQUEST_METHOD": "GET"} if address else {})
        chunks = self.application(asked, listen)
        status, headers, exc_info = said
        if exc_info or not is_for_all(status, headers):
            if address:
                self.remember_unkept(address, environ["cyberworkers.generation"])
            if query != environ.get("QUERY_STRING", ""):
                without_body(chunks)
                return self.application(environ, start_response)
            start_response(status, headers, *filter(None, [exc_info]))
            return without_body(chunks) if environ["REQUEST_METHOD"] == "HEAD" else chunks
        try:
            answer = Answer(status, headers, b"".join(chunks))
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        if address and LACKING not in asked:
            self.keep(address, environ["cyberworkers.generation"], answer)
        return answer.give(environ, start_response)

    def keep(self, address, now, answer):
        self.memory.put(address, now, answer)
        try:
            caches["pages"].set(key(address, now), answer, DAY)
        except Exception:
            logger.exception("An answer could not be kept for other processes.")

    def from_others(self, address, now):
        try:
            return caches["pages"].get(key(address, now))
        except Exception:
            logger.exception("What other processes keep could not be read.")
            return None

    def remember_unkept(self, address, now):
        if len(self.unkept) >= MOST_UNKEPT:
            self.unkept.clear()
        self.unkept[address] = now


def is_for_all(status, headers):
    """Return whether `shared.share` marked this answer, and nothing in it is for one reader."""
    found = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200 ")
        and "s-maxage" in found.get("cache-control", "")
        and "set-cookie" not in found
        and "cookie" not in found.get("vary", "").lower()
    )


def without_body(chunks):
    if hasattr(chunks, "close"):
        chunks.close()
    return []


def key(address, now):
    """Return the key of an answer in the cache "pages"."""
    return blake2b(repr((release(), now, address)).encode(), digest_size=20).hexdigest()
