"""Small rules that hold for every request."""

import logging

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseBadRequest
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from cyberworkers.answering.whole_bodies import MB, limit
from cyberworkers.store.shared import is_shared

logger = logging.getLogger(__name__)


class RefuseTooLarge:
    """Answer 413 to a body that says it is too large, without reading it, and 411 to one that
    does not say how large it is: nothing is known of its end before it is read.

    Every refused post leaves a line in the log, without anything that was sent.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.refuse(request) or self.get_response(request)
        if request.method == "POST" and response.status_code in (400, 411, 413):
            logger.warning("A post was refused with %d.", response.status_code)
        return response

    def refuse(self, request):
        length = request.META.get("CONTENT_LENGTH") or ""
        if not length and "HTTP_TRANSFER_ENCODING" in request.META:
            return HttpResponse(render_to_string("400.html"), status=411)
        most = limit(request.path_info)
        if length.isdecimal() and int(length[:20]) > most * MB:
            return HttpResponse(render_to_string("413.html", {"limit": most}), status=413)
        return None


class RefuseUnreadable:
    """Answer 400 to what cannot be read, with a page that does not try to read it again.

    A NUL byte in the address or in a cookie: PostgreSQL raises an error on it. A form that is not
    in UTF-8: Django refuses it, and its own error page fails on the same form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        charset = request.content_params.get("charset", "utf-8").lower()
        has_nul = any("\x00" in text for text in (request.path_info, *request.COOKIES.values()))
        if has_nul or charset not in ("utf-8", "utf8"):
            return HttpResponseBadRequest(render_to_string("400.html"))
        return self.get_response(request)


class Compression(GZipMiddleware):
    """Compresses what is for one reader; what is for all, the store compresses once.

    A file is sent as it is. Wagtail says of documents how their names look encoded, or “None”:
    browsers would unpack an archive that somebody saves, and some refuse what they do not know.
    """

    def process_response(self, request, response):
        if isinstance(response, FileResponse):
            response.headers.pop("Content-Encoding", None)
            return response
        return response if is_shared(response) else super().process_response(request, response)


class LanguageOfAddress(LocaleMiddleware):
    """The language of an answer is that of its address, whatever the browser asks for.

    So caches need not keep an answer for each kind of browser.
    """

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", get_language())
        return response


class Redirects(RedirectMiddleware):
    """Wagtail's redirects; a form whose page moved after it was shown is sent on, not dropped.

    A browser makes a GET, without what was typed, of any other redirect (RFC 9110, 15.4.2 and
    15.4.9). What was typed goes to no other site.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        redirected = answer is not response and request.method == "POST"
        if redirected and url_has_allowed_host_and_scheme(answer["Location"], allowed_hosts=None):
            answer.status_code = {301: 308, 302: 307}[answer.status_code]
        return answer


class ContentSecurityPolicy(CSPMiddleware):
    """Allow the CMS its inline scripts and styles; readers' pages stay strict.

    Says as well which powers of the device no page has.
    """

    def process_response(self, request, response):
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return super().process_response(request, response)

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
