"""What is no page: an address for robots, and the answer while the database is away."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.defaults import server_error

PAUSE = 60  # seconds after which a robot may ask again


def robots(request):
    """Ask robots to leave alone what is for editors, and lists that they could ask for without end.

    Originals have no address at all (see urls.py); the line is for a web server that serves media.
    """
    closed = [reverse("wagtailadmin_home"), "/documents/", f"{settings.MEDIA_URL}original_images/"]
    context = {"closed": closed, "root": settings.SITE_URL}
    return render(request, "robots.txt", context, content_type="text/plain")


def broken(request):
    """Answer 503 when the database is away, and 500 to every other fault (``handler500``)."""
    # Django calls this while it handles the exception.
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return server_error(request)
    html = render_to_string("503.html", {"sent": request.method == "POST"})
    headers = {"Retry-After": str(PAUSE), "Cache-Control": "no-store"}
    return HttpResponse(html, status=503, headers=headers)
