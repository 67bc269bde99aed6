"""Pages that ask who reads them: public caches hold nothing any more of what they were before.

A cache keeps no answer with a cookie, nor one that forbids it. Then the page as it was when
everybody could read it would stay there, to be shown while the site is away.
"""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks
from wagtail.models import PageViewRestriction
from wagtail.wagtail_hooks import require_wagtail_login

SAFE = ("GET", "HEAD")


@hooks.register("on_serve_page", order=-100)  # around Wagtail's own
def send_strangers_on(serve):
    """Send who has no session to where a page asks, by a redirect that caches may keep.

    Of all others Wagtail looks at the session: what they get is theirs alone.
    """

    def serve_or_send_on(page, request, args, kwargs):
        if settings.SESSION_COOKIE_NAME not in request.COOKIES and request.method in SAFE:
            for restriction in page.get_view_restrictions():
                return asking(page, restriction, request)
        return serve(page, request, args, kwargs)

    return serve_or_send_on


def asking(page, restriction, request):
    here = request.get_full_path()
    if restriction.restriction_type != PageViewRestriction.PASSWORD:
        return require_wagtail_login(next=here)
    url = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    return redirect(f"{url}?{urlencode({'return_url': here})}")
