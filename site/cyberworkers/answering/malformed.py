"""In the CMS, what no form there sends is refused with a sentence, or is not found.

Wagtail's views take what they ask for as sent and as a number where it shall be one; otherwise they
raise what a fault of the site would raise, too. What the request itself explains is told apart.
"""

import json
import logging
import traceback
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.signing import BadSignature
from django.db import IntegrityError
from django.forms.formsets import ORDERING_FIELD_NAME
from django.http import Http404, HttpResponseBadRequest, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page

from cyberworkers.answering.missing import missing

logger = logging.getLogger(__name__)
# What Python says of a number with more digits than it reads
# (sys.int_info.default_max_str_digits), and of an address with half a bracket.
UNREADABLE = ("for integer string conversion", "Invalid IPv6 URL")
# What a form of the CMS sends in any case, and its view does not do without.
ALWAYS_SENT = {
    "wagtailadmin_choose_page_external_link": "external-link-chooser-url",
    "process_import": "import_file_name",  # of redirects
}
# How the names of counts and places end: whole numbers, from zero.
COUNTS = ("-count", "-TOTAL_FORMS", "-INITIAL_FORMS", "-ORDER")
MOST_ROWS = 1_000  # of a form
# Wagtail's views of forms take others, too, past what asks for a POST: a DELETE deletes unasked.
METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
OF_SCRIPTS = {"edit_string_translation", "edit_override"}  # of wagtail-localize: PUT, DELETE
# It raises an exception for whoever is signed in, to try how that looks.
BREAKS = "wagtailadmin_error_test"
# The root of all pages has no place to be moved, copied or locked at; pages are added below it, and
# whoever would edit it is sent away by Wagtail.
OF_PAGES = "wagtailadmin_pages"
OF_THE_ROOT = {"add", "add_subpage", "preview_on_add", "edit"}


class Malformed(Exception):
    """A field holds what its script never makes."""


class RefuseMalformed:
    """Middleware: answers 404 to addresses of nothing, 400 where a view stumbled over its input."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not is_in_cms(request):
            return None
        match = request.resolver_match
        if request.method not in METHODS and match.url_name not in OF_SCRIPTS:
            return HttpResponseNotAllowed(METHODS)
        if leads_nowhere(match, kwargs):
            raise Http404
        if not is_whole(request):
            return get_localized_response(refusal, request)
        return None

    def process_exception(self, request, exception):
        if not is_in_cms(request):
            return None
        if isinstance(exception, ValidationError) and request.method == "POST":
            note(request, exception)
            # What a view asked of the model, but not of its form.
            return get_localized_response(refusal, request, " ".join(exception.messages))
        is_twice = isinstance(exception, IntegrityError) and request.method == "POST"
        if (
            is_twice
            or isinstance(exception, (Malformed, MultiValueDictKeyError))
            or lacks_row(exception)
            or names_sent(exception, [*sent(request.GET), *sent(request.POST)])
        ):
            note(request, exception)
            return get_localized_response(refusal, request)
        asked_for = [str(value) for value in request.resolver_match.kwargs.values()]
        if isinstance(exception, ObjectDoesNotExist):  # what was asked for, or meanwhile deleted
            note(request, exception)
            return missing(request, exception)
        if lacks_form(exception) or names_sent(exception, asked_for):
            return missing(request, exception)
        return None


def is_in_cms(request):
    return request.path_info.startswith(reverse("wagtailadmin_home"))


def leads_nowhere(match, kwargs):
    """Return whether an address of the table does not lead to anything, whatever is sent there."""
    return match.url_name == BREAKS or 0 in kwargs.values() or is_of_root(match, kwargs)


def lacks_row(exception):
    """Return whether a form counted a row that was not sent: it has no place among the others."""
    return isinstance(exception, KeyError) and exception.args == (ORDERING_FIELD_NAME,)


def lacks_form(exception):
    """Return whether a chooser was to make what is not made in its dialog: it has no form."""
    asked = isinstance(exception, AttributeError) and exception.obj is None
    return asked and exception.name == "is_valid"


def is_of_root(match, kwargs):
    """Return whether an address does something with the root of all pages that it cannot."""
    if match.namespace != OF_PAGES or match.url_name in OF_THE_ROOT:
        return False
    pk = kwargs.get("page_id") or kwargs.get("page_to_move_id")
    return pk is not None and Page.objects.filter(pk=pk, depth=1).exists()


def is_whole(request):
    """Return whether a form has what its view does not do without, or would misunderstand."""
    # Where to go on: Wagtail looks it up, after all is done, as the name of a view otherwise.
    back = request.POST.get("next") or request.GET.get("next") or "/"
    if not back.startswith(("/", "http")):
        return False
    if request.method != "POST":
        return True
    needs = ALWAYS_SENT.get(request.resolver_match.url_name)
    counts = ((name, value) for name, value in request.POST.items() if name.endswith(COUNTS))
    return (not needs or needs in request.POST) and all(
        not value or is_count(name, value) for name, value in counts
    )


def is_count(name, value):
    """Return whether ``value`` is a whole number, and no greater than anybody needs of rows."""
    if not value.isdecimal():
        return False
    return not name.endswith("-TOTAL_FORMS") or len(value) < 9 and int(value) <= MOST_ROWS


def sent(data):
    return [value for _name, values in data.lists() for value in values]


def names_sent(exception, values):
    """Return whether ``exception``, or what it came from, complains of one of the ``values``."""
    while exception:
        if names_one(exception, values):
            return True
        exception = exception.__cause__ or exception.__context__
    return False


def names_one(exception, values):
    if isinstance(exception, json.JSONDecodeError):
        return exception.doc in values
    if isinstance(exception, (UnicodeError, BadSignature)):
        return True
    if isinstance(exception, OverflowError):  # of the calendar, or of what a database counts to
        return bool(values)
    if not isinstance(exception, (ValueError, ValidationError)):
        return False
    said = str(exception)
    return any(words in said for words in [*UNREADABLE, *map(repr, values)])


def note(request, exception):
    """Leave one line in the log that says where, without what was sent."""
    last = traceback.extract_tb(exception.__traceback__)[-1]
    logger.warning(
        "%s: refused as malformed, %s (%s:%d)",
        request.resolver_match.view_name,
        type(exception).__name__,
        Path(last.filename).name,
        last.lineno,
    )


def refusal(request, said=""):
    """Return the answer to what was not sent as a form sends it; scripts get it as JSON."""
    if not said and request.method != "POST":
        said = _("The address or the form that was sent is broken. Go back and try again.")
    if not said:
        said = _(
            "Nothing was saved: this form was not sent whole. Perhaps it was open while the site "
            "was changed. Go back, copy what you typed, and open the page anew."
        )
    is_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
    if is_script or not request.accepts("text/html"):
        # As wagtail.admin.views.generic.mixins answers an autosave.
        answer = {"success": False, "error_code": "malformed", "error_message": said}
        return JsonResponse(answer | {"detail": said}, status=400)
    if not request.user.is_authenticated:
        return HttpResponseBadRequest(render_to_string("400.html"))
    return render(request, "cms/malformed.html", {"said": said}, status=400)
