"""What is asked deep inside of an answer, where no request is at hand, is looked up once for it."""

from contextvars import ContextVar

from cyberworkers.store.generation import is_reading
from cyberworkers.store.kept import kept, kept_each

_request = ContextVar("request", default=None)


class NoteRequest:
    """Middleware: remembers which request is being answered, as Django does with its language."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        noted = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(noted)


def asking():
    """Return the request that is being answered, or None."""
    return _request.get()


def reading():
    """Return the request that is being answered, or None: also where it may change something."""
    request = _request.get()
    return request if request is not None and is_reading(request) else None


def known(find):
    """Return what the function ``find`` returns: plain data that is the same for every reader.

    Kept until content changes (`cyberworkers.store.kept`), in each language by itself; found every
    time for a request that may change something itself, and without one.
    """
    request = reading()
    return kept({"request": request}, find) if request else find()


def known_each(find, keys, *about):
    """Return a dict of what ``find(keys, *about)`` returned for each of ``keys``: as `known`.

    It is asked for those of which nothing is known yet.
    """
    return kept_each(reading(), find, keys, *about)
