"""Small rules that hold for every request."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string
from django.urls import reverse


class RefuseUnreadable:
    """Answer 400 to what cannot be read, with a page that does not try to read it again.

    A NUL byte in the address: PostgreSQL raises an error on it. A form that is not in UTF-8:
    Django refuses it, and its own error page fails on the same form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        charset = request.content_params.get("charset", "utf-8").lower()
        if "\x00" in request.path_info or charset not in ("utf-8", "utf8"):
            return HttpResponseBadRequest(render_to_string("400.html"))
        return self.get_response(request)


class ContentSecurityPolicy(CSPMiddleware):
    """Allow the CMS its inline scripts and styles; readers' pages stay strict."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.replace = {
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
                "img-src": [*settings.MEDIA_HOSTS, "data:", "blob:"],
                "frame-src": [SELF],
            }
        return parts
