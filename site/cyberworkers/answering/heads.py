"""What Django cannot even make a request of is answered before it is asked."""

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override


class ReadableHeads:
    """A WSGI application that gets requests whose Content-Type can be read; others get a 400.

    Django decodes the query by the charset that the header names, while it makes the request:
    before every middleware and every handler of errors. Python knows charsets that decode no text
    (base64, rot13, undefined), and parameters may name others yet (RFC 8187).
    """

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        if is_readable(environ):
            return self.application(environ, start_response)
        language = get_language_from_path(environ.get("PATH_INFO", "")) or settings.LANGUAGE_CODE
        with override(language):
            page = render_to_string("400.html").encode()
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Language", language)]
        start_response("400 Bad Request", headers)
        return [page]


def is_readable(environ):
    """Return whether Django makes a request of this head."""
    if ";" not in environ.get("CONTENT_TYPE", ""):
        return True
    try:
        WSGIRequest(environ | {"QUERY_STRING": "a=b"})
    except (LookupError, ValueError):
        return False
    return True
