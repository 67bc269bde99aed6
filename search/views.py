"""The search page."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import get_language, gettext
from wagtail.models import Locale, Page
from wagtail.search.utils import normalise_query_string, parse_query_string

from cyberworkers.answering.asked import known
from cyberworkers.answering.readable import readable
from cyberworkers.found.card import Alternate, Card
from cyberworkers.searching.terms import searchable
from cyberworkers.signals import searched

LONGEST = 200  # characters
PER_PAGE = 10


def search(request):
    """Show the live public pages of the active language that hold all words of ``q``."""
    typed = request.GET.get("q", "").replace("\x00", "")
    words = normalise_query_string(searchable(typed[:LONGEST]))
    _filters, query = parse_query_string(words, operator="and")
    pages = readable(Page.objects.filter(depth__gt=1))
    found = pages.specific().search(query) if words else Page.objects.none()
    results = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    searched.send_robust(
        sender=None,
        request=request,
        typed=typed,
        words=words,
        language=get_language(),
        results=results.paginator.count,
    )
    card = Card(
        title=gettext("Search"),
        language=get_language(),
        alternates=alternates(request, typed[:LONGEST]),
        hidden=True,
    )
    context = {"q": typed[:LONGEST], "results": results, "card": card}
    return render(request, "search/search.html", context)


def alternates(request, q):
    """Return the search for ``q`` in every language of the site."""
    asked = f"?{urlencode({'q': q})}" if q else ""
    return [
        Alternate(code, settings.SITE_URL + translate_url(request.path, code) + asked)
        for code in known(find_languages)
    ]


def find_languages():
    return list(Locale.objects.order_by("-language_code").values_list("language_code", flat=True))
