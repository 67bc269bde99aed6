"""The search page."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import get_language, gettext
from wagtail.models import Locale
from wagtail.search.utils import normalise_query_string

from cyberworkers.answering.asked import known
from cyberworkers.answering.site import note_site
from cyberworkers.found.card import Alternate, Card
from cyberworkers.searching.terms import searchable
from cyberworkers.signals import searched
from search.narrowing import Narrowing
from search.query.finding import find
from search.results import results

LONGEST = 200  # characters
PER_PAGE = 10


def search(request):
    """Show what readers can open in the active language that answers ``q``.

    ``exact`` takes nothing for something else; the rest of the address narrows and sorts.
    """
    note_site(request)
    typed = request.GET.get("q", "").replace("\x00", "")
    language, q = get_language(), typed[:LONGEST]
    narrowing = Narrowing(request.GET)
    found = find(q, language, narrowing.marks, is_literal="exact" in request.GET)
    narrowing.offer(found)
    ranked = found.by_date() if narrowing.by_date else found.results
    first = [found.promoted] if found.promoted and not narrowing.by_date else []
    ranked = [one for one in ranked if not first or one.candidate.key != first[0].candidate.key]
    pages = Paginator(ranked, PER_PAGE).get_page(request.GET.get("page"))
    shown = [*(first if pages.number == 1 else []), *pages.object_list]
    searched.send_robust(
        sender=None,
        request=request,
        typed=typed,
        words=normalise_query_string(searchable(q)),
        language=language,
        results=found.whole or len(first),
    )
    context = {
        "q": q,
        "found": found,
        "pages": pages,
        "results": results(found, shown, language),
        "count": len(ranked) + len(first),
        "narrowing": narrowing,
        "card": Card(
            title=gettext("Search"),
            language=language,
            alternates=alternates(request, q),
            hidden=True,
        ),
    }
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
