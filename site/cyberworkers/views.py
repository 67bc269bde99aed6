"""Addresses that are no pages."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse


def robots(request):
    """Ask robots to leave alone what is for editors, and lists that they could ask for without end.

    Originals have no address at all (see urls.py); the line is for a web server that serves media.
    """
    closed = [reverse("wagtailadmin_home"), "/documents/", f"{settings.MEDIA_URL}original_images/"]
    context = {"closed": closed, "root": settings.SITE_URL}
    return render(request, "robots.txt", context, content_type="text/plain")
