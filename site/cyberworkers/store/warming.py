"""Rendering for the store what nobody has asked for yet."""

import threading
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from cyberworkers.store.application import PageStore

_here = threading.local()


class Django(BaseHandler):
    """Answers inside of another job: without the signals at which Django ends old connections."""

    def __init__(self):
        self.load_middleware()

    def __call__(self, environ, start_response):
        response = self.get_response(WSGIRequest(environ))
        status = f"{response.status_code} {response.reason_phrase}"
        start_response(status, list(response.items()))
        return iter(response)  # whose end is no signal either


def render(path):
    """Let all processes have the answer at ``path``, in the generation of this moment.

    Nothing is rendered that another process has made already. This process itself holds nothing.
    """
    if not hasattr(_here, "store"):
        _here.store = PageStore(Django(), limit=1)
    site = urlsplit(settings.SITE_URL)
    environ = {
        "PATH_INFO": path.encode().decode("latin-1"),  # PEP 3333
        "HTTP_HOST": site.netloc,
        "wsgi.url_scheme": site.scheme,
    }
    if settings.HTTPS:
        environ["HTTP_X_FORWARDED_PROTO"] = "https"
    setup_testing_defaults(environ)
    for _chunk in _here.store(environ, lambda status, headers, exc_info=None: None):
        pass
