"""Small rules that hold for every request."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.core.exceptions import BadRequest
from django.urls import reverse


class RefuseNullBytes:
    """Answer 400 to a NUL byte in the address: PostgreSQL raises an error on it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info:
            raise BadRequest("NUL byte in the address")
        return self.get_response(request)


class ContentSecurityPolicy(CSPMiddleware):
    """Allow the CMS its inline scripts and styles; readers' pages stay strict."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.replace = {
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
                "img-src": [SELF, "data:", "blob:"],
                "frame-src": [SELF],
            }
        return parts
