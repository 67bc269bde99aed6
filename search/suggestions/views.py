"""What is suggested to a reader who types, for the script of the search form."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, ngettext

from cyberworkers.answering.site import note_site
from search.suggestions.choosing import suggestions


def suggest(request):
    """Answer with the ``options`` of a list as HTML, and what is ``said`` of it to be heard."""
    note_site(request)
    found = suggestions(request.GET.get("q", "").replace("\x00", ""), get_language())
    options = render_to_string("search/suggestions.html", {"suggestions": found})
    said = ngettext("%(number)d suggestion", "%(number)d suggestions", len(found))
    answer = JsonResponse({"options": options, "said": said % {"number": len(found)}})
    answer["X-Robots-Tag"] = "noindex"
    answer["Cache-Control"] = "private, max-age=30"  # for who takes a letter back
    return answer
