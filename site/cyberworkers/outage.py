"""What visitors get while the site cannot answer: from Django, and from the web server in front."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.defaults import server_error

PAUSE = 60  # seconds after which a robot may ask again
# Name of a page for the web server, its template and what that is told.
PAGES = {
    "away": ("503.html", {"sent": False}),
    "not-taken": ("503.html", {"sent": True}),
    "too-many": ("429.html", {}),
    "too-large": ("413.html", {"limit": settings.MAX_BODY_MB}),
    "too-large-cms": ("413.html", {"limit": settings.MAX_CMS_BODY_MB}),
}


def broken(request):
    """Answer 503 when the database is away, and 500 to every other fault (``handler500``)."""
    # Django calls this while it handles the exception.
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return server_error(request)
    html = render_to_string("503.html", {"sent": request.method == "POST"})
    headers = {"Retry-After": str(PAUSE), "Cache-Control": "no-store"}
    return HttpResponse(html, status=503, headers=headers)


def static_pages():
    """Yield the path below the static files and the HTML of each page, in every language.

    The web server shows them when nothing else answers (deploy/nginx.conf).
    """
    for language, _name in settings.LANGUAGES:
        for page, (template, context) in PAGES.items():
            with override(language):
                yield f"errors/{page}.{language}.html", render_to_string(template, context)
