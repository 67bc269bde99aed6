"""The answer where nothing is."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponseBadRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.views.defaults import page_not_found


def missing(request, exception):
    """Answer 404 with a page that looks for something else (``handler404``), 400 where the body
    that was sent there cannot be read: the page has forms, whose seals are read from it.
    """
    try:
        return page_not_found(request, exception)
    except (MultiPartParserError, SuspiciousOperation, UnreadablePostError):
        return HttpResponseBadRequest(render_to_string("400.html"))
