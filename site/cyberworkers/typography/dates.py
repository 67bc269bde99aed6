"""“1er décembre” on the screens of the CMS, where packages write the dates."""

import re

from django.urls import reverse

from cyberworkers.typography.markup import typeset_html
from cyberworkers.typography.rules import MONTH, S

FIRST = re.compile(rf"(?<![\w.,])1(?={S}(?:{MONTH})\b)")
SHOWN = re.compile(r'(?<=[\s"])((?:title|aria-label|data-w-tooltip-content-value)=")([^"]*)')


def first_of_month(html):
    """Return ``html`` with “1er” for the first of a month where people read it, not where they
    write: Django's formats of dates know no ordinals but the English ones.
    """
    if not FIRST.search(html):
        return html
    html = SHOWN.sub(lambda found: found[1] + FIRST.sub("1er", found[2]), html)
    return typeset_html(html, "fr", changes)


def changes(text):
    return [(*found.span(), "1er") for found in FIRST.finditer(text)]


class FirstOfMonth:
    """Middleware: sets the dates of the CMS; readers' pages are typeset by their templates."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_html = response.get("Content-Type", "").startswith("text/html")
        if is_html and request.path_info.startswith(reverse("wagtailadmin_home")):
            html = response.content.decode()
            if (done := first_of_month(html)) is not html:
                response.content = done.encode()
        return response
