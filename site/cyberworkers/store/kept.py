"""What is the same for all readers is looked up once for as long as nothing changes."""

from threading import Lock

from django.utils.translation import get_language

from cyberworkers.once import once
from cyberworkers.store import generation
from cyberworkers.store.shared import LACKING

MOST = 3000  # values; the HTML of a card has some 2,000 signs

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
    found, is_whole = looked_up(request, find)
    if is_whole:
        values[key] = found
    return found


def kept_each(request, find, keys, *about):
    """Return what the function ``find`` returned for each of ``keys``, in a dict.

    It is called with those that are not kept and with ``about``, and returns a dict as well; what
    it leaves out is left out. Otherwise as `kept`.
    """
    now = request and generation.of_request(request)
    if not now:
        return find(keys, *about)
    values, name = values_of(now), (find, get_language(), *about)
    found = {key: values[name, key] for key in keys if (name, key) in values}
    missing = [key for key in keys if key not in found]
    if missing:
        made, is_whole = looked_up(request, lambda: find(missing, *about))
        if is_whole:
            values.update({(name, key): value for key, value in made.items()})
        found |= made
    return found


def looked_up(request, find):
    """Return what the function ``find`` returns, and whether nothing of it is lacking."""
    lacked_before = request.META.pop(LACKING, False)
    found = find()
    is_whole = LACKING not in request.META
    if lacked_before:
        request.META[LACKING] = True
    return found, is_whole


def values_of(now):
    """Return the values of the generation ``now``; those of every other are forgotten."""
    global _generation, _values
    with _lock:
        if _generation != now or len(_values) > MOST:
            _generation, _values = now, {}
        return _values
