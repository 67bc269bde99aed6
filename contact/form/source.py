"""From which page a visitor came to the form: its links say it, without cookie or referrer."""

import re

from wagtail.models import Page

from cyberworkers.answering.readable import public

PARAMETER = "from"  # of the link that offers a quote
SOURCE = "source-page"  # of the form; with a hyphen, as the editors' own fields never have

NUMBER = re.compile(r"[1-9][0-9]{0,8}")  # PostgreSQL's numbers of pages have no more digits


def source_of(request):
    """Return the page that the link to the form named, or the form that was sent.

    None for anything but the number of a page that anybody may read.
    """
    asked = request.POST.get(SOURCE) if request.method == "POST" else request.GET.get(PARAMETER)
    if not NUMBER.fullmatch(asked or ""):
        return None
    return public(Page.objects.live()).filter(pk=asked, depth__gt=1).first()
