"""After a change the worker renders first what readers will ask for most."""

import time
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.conf import settings
from django.dispatch import Signal
from wagtail.models import Page

from cyberworkers.pages import own_page_types
from cyberworkers.store import generation, warming

NEWEST = 5
A_PASS = 5  # seconds: then the worker sees whether it shall stop

# Receivers return addresses that many ask for; what is not for everybody is left out anyway.
asked_for_most = Signal()

_state = {"generation": None, "waiting": []}


def warm():
    """Render for some seconds what is not ready yet; looks again every second."""
    now = generation.current() if settings.PAGE_CACHE else None
    if now and now != _state["generation"]:
        generation.tidy()
        _state.update(generation=generation.current(), waiting=addresses())
    end = time.monotonic() + A_PASS
    while _state["waiting"] and time.monotonic() < end:
        warming.render(_state["waiting"].pop(0))
    return True


def renew():
    """Let `warm` look again at all of it: what was not kept may be whole now."""
    _state["generation"] = None


def addresses():
    """Return the paths of front pages and lists, of what is new, and of what the apps name."""
    found = [page.url for page in (*front_pages_and_lists(), *newest())]
    for _receiver, named in asked_for_most.send_robust(sender=None):
        if not isinstance(named, Exception):
            found += named
    return [unquote(urlsplit(address).path) for address in dict.fromkeys(filter(None, found))]


def front_pages_and_lists():
    home = apps.get_model(settings.HOME_PAGE_MODEL)
    for model in own_page_types():
        if model is home or model.lists_pages_below:
            yield from model.objects.live().public()


def newest():
    pages = Page.objects.live().public().filter(depth__gt=1, last_published_at__isnull=False)
    return pages.order_by("-last_published_at")[:NEWEST]
