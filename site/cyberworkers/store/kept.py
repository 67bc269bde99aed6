"""What is the same for all readers is looked up once for as long as nothing changes."""

from threading import Lock

from django.utils.translation import get_language

from cyberworkers.once import once
from cyberworkers.store import generation
from cyberworkers.store.shared import LACKING

MOST = 2000  # things that are kept of one kind
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


def kept_each(request, find, keys):
    """Return what the function ``find`` returns for ``keys``, a dict by key, as `kept` does.

    It is called for those of them that were not found in this generation, for all together.
    """
    now = request and generation.of_request(request)
    if not now:
        return find(keys)
    values = values_of(now).setdefault((find, get_language()), {})
    lacking = [key for key in keys if key not in values]
    found = find(lacking) if lacking else {}
    if LACKING not in request.META and len(values) < MOST:
        values.update(found)
    return found | {key: values[key] for key in keys if key in values}


def values_of(now):
    """Return the values of the generation ``now``; those of every other are forgotten."""
    global _generation, _values
    with _lock:
        if _generation != now:
            _generation, _values = now, {}
        return _values
