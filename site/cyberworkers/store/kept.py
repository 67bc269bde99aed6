"""What is the same for all readers is looked up once for as long as nothing changes."""

from threading import Lock

from django.utils.translation import get_language

from cyberworkers.once import once
from cyberworkers.store import generation
from cyberworkers.store.shared import LACKING

_lock = Lock()
_generation, _values = None, {}


def kept(context, find):
    """Return what the function ``find`` returns, from its first call in this generation on.

    In each language by itself, in this process. It must be plain data that nobody changes (names,
    numbers, tuples), never a page or another object of the database: a template may write on it.
    Without a request, and where the generation is unknown, as `once` does.
    """
    request = getattr(context, "request", None) or context.get("request")
    now = request and generation.of_request(request)
    if not now:
        return once(context, find)
    values = values_of(now)
    key = (find, get_language())
    if key in values:
        return values[key]
    found = find()
    if LACKING not in request.META:
        values[key] = found
    return found


def values_of(now):
    """Return the values of the generation ``now``; those of every other are forgotten."""
    global _generation, _values
    with _lock:
        if _generation != now:
            _generation, _values = now, {}
        return _values
