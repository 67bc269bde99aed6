"""Which answers are the same for everybody, and what caches are told of them.

`application` keeps those, and those only.
"""

from django.conf import settings

# Browsers ask each time, and are told in a few bytes that nothing changed (RFC 9111, 5.2.2);
# caches in front may answer by themselves for seconds. While the site is away, and while they ask,
# caches may use what is old for longer: said to them alone, as browsers would do it too (RFC 9213).
FOR_ALL = "public, max-age=0, must-revalidate, s-maxage=2"
FOR_CACHES = "max-age=2, stale-while-revalidate=10, stale-if-error=86400"
FOR_ONE = "private, no-cache"
LACKING = "cyberworkers.lacking"


def share(request, response):
    """Mark ``response`` as the same for everybody, unless somebody is signed in; return it.

    An answer that says itself how it may be kept, or that is no page, stays as it is.
    """
    if "Cache-Control" in response or response.status_code != 200:
        return response
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        response["Cache-Control"] = FOR_ONE
    elif request.method in ("GET", "HEAD"):
        response["Cache-Control"] = FOR_ALL
        response["CDN-Cache-Control"] = FOR_CACHES
    return response


def shared(view):
    """Decorate a view whose answers are the same for everybody."""

    def marking(request, *args, **kwargs):
        return share(request, view(request, *args, **kwargs))

    return marking


def lacks_something(request):
    """Note that the answer to ``request`` lacks what may be there the next time: keep it not."""
    request.META[LACKING] = True


def is_shared(response):
    return response.get("Cache-Control") == FOR_ALL
