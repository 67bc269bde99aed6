"""What is no page: addresses for robots, and the answer while the database is away."""

import sys

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.defaults import server_error

from cyberworkers.answering.site import note_site
from cyberworkers.found.sitemap import part, parts

PAUSE = 60  # seconds after which a robot may ask again
XML = "application/xml"


def robots(request):
    """Ask robots to leave alone what is for editors, and lists that they could ask for without end.

    Originals have no address at all (see urls.py); the line is for a web server that serves media.
    """
    closed = [reverse("wagtailadmin_home"), "/documents/", f"{settings.MEDIA_URL}original_images/"]
    context = {"closed": closed, "root": settings.SITE_URL}
    return render(request, "robots.txt", context, content_type="text/plain")


@x_robots_tag
def sitemap_index(request):
    """Name the parts of the sitemap."""
    items = [
        SitemapIndexItem(settings.SITE_URL + reverse("sitemap", args=[name]), changed)
        for name, changed in parts().items()
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": items}, content_type=XML)


@x_robots_tag
def sitemap(request, name):
    """Answer a part of the sitemap; raises Http404 where there is none."""
    note_site(request)
    entries = part(name)
    if entries is None:
        raise Http404
    return render(request, "sitemap.xml", {"urlset": entries}, content_type=XML)


def broken(request):
    """Answer 503 when the database is away, and 500 to every other fault (``handler500``)."""
    # Django calls this while it handles the exception.
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return server_error(request)
    html = render_to_string("503.html", {"sent": request.method == "POST"})
    headers = {"Retry-After": str(PAUSE), "Cache-Control": "no-store"}
    return HttpResponse(html, status=503, headers=headers)
