"""What is answered while something is away: 503, and when to ask again."""

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseForbidden
from django.http.request import RawPostDataException, UnreadablePostError
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.defaults import server_error

PAUSE = 60  # seconds after which a robot may ask again
# A disk that is full or read-only, a quota.
NO_ROOM = {errno.ENOSPC, errno.EROFS, errno.EDQUOT}


def unavailable(response):
    """Mark ``response`` as the answer of a site that cannot do now what was asked; return it."""
    response.status_code = 503
    response["Retry-After"] = str(PAUSE)
    response["Cache-Control"] = "no-store"
    return response


def broken(request):
    """Answer 503 when the database or the disk is away or full, and 500 to every other fault
    (``handler500``).
    """
    # Django calls this while it handles the exception.
    error = sys.exc_info()[1]
    is_full = isinstance(error, OSError) and error.errno in NO_ROOM
    if not (is_full or isinstance(error, (OperationalError, InterfaceError))):
        return server_error(request)
    html = render_to_string("503.html", {"sent": request.method == "POST"})
    return unavailable(HttpResponse(html))


def without_token(request, reason=""):
    """Answer 403 to a form without its token against forgery (``CSRF_FAILURE_VIEW``).

    What a visitor typed is on the page, to be copied: whose browser refuses cookies can send it in
    another way only.
    """
    html = render_to_string("403_csrf.html", {"texts": typed(request)})
    return HttpResponseForbidden(html)


def typed(request):
    """Return the texts of a form of ours for visitors; of another site's, and of the CMS, none."""
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not ours or request.path_info.startswith(reverse("wagtailadmin_home")):
        return []
    try:
        lists = list(request.POST.lists())
    except (UnreadablePostError, RawPostDataException):
        return []
    # Names with hyphens are the form's own: see contact/form/post.py.
    texts = [values for name, values in lists if "-" not in name and name != "csrfmiddlewaretoken"]
    return [text for values in texts for text in values if text.strip()]
