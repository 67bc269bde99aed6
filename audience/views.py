"""Where a page tells that it is shown."""

import re

from django.http import HttpResponse, HttpResponseBadRequest, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from audience.counting import add_one
from audience.models import PageViews
from audience.readers import is_from_here, is_reader

PAGE = re.compile(rb"[1-9][0-9]{0,8}")  # PostgreSQL's numbers of pages have no more digits
LONGEST = 9  # bytes


# No token against forgery: the page may come from a cache, so it holds none, and readers have no
# cookie that another site could use. A forged post adds one to a number, as any visit does.
@csrf_exempt
@require_POST
def view(request):
    """Count the page whose number is the whole body.

    Answers 204, counted or not, so that nobody learns here which pages exist; 400 when the body
    is no number or breaks off, as on a telephone in a tunnel.
    """
    length = request.META.get("CONTENT_LENGTH") or "0"
    try:
        if not length.isdecimal() or int(length[:20]) > LONGEST or not PAGE.fullmatch(request.body):
            return HttpResponseBadRequest()
    except UnreadablePostError:
        return HttpResponseBadRequest()
    if is_from_here(request) and is_reader(request):
        page = Page.objects.live().public().filter(pk=int(request.body), depth__gt=1)
        if page.exists():
            add_one(PageViews, "views", page_id=int(request.body))
    return HttpResponse(status=204)
