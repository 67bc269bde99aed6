"""What is no page: addresses for robots."""

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from cyberworkers.answering.asked import known
from cyberworkers.answering.site import note_site
from cyberworkers.found.sitemap import part, parts

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
        for name, changed in known(parts).items()
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
