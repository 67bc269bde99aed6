"""What a request needs more than once is looked up once."""

from django.utils.translation import get_language


def once(context, find):
    """Return what the function ``find`` returns, from the first call for this request on.

    In each language by itself. Without a request (mails, blocks by themselves) ``find`` is called.
    """
    request = getattr(context, "request", None) or context.get("request")
    if not request:
        return find()
    found = request.__dict__.setdefault("found_once", {})
    key = (find, get_language())
    if key not in found:
        found[key] = find()
    return found[key]
