"""A request's body is received as a whole before Django is asked, or it is none."""

import contextlib
import logging
import tempfile
import threading
from collections import Counter
from types import SimpleNamespace

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from cyberworkers.client_address import client_address

logger = logging.getLogger(__name__)
MB = 1024 * 1024
PIECE = 64 * 1024
IN_MEMORY = 256 * 1024  # bytes; what is longer lies in a file while Django reads it
PAUSE = "10"  # seconds after which to come back, as a header


def limit(path):
    """Return how many megabytes a body sent to ``path`` may have."""
    in_cms = path.startswith(reverse("wagtailadmin_home"))
    return settings.MAX_CMS_BODY_MB if in_cms else settings.MAX_BODY_MB


class WholeBodies:
    """A WSGI application that gets whole bodies, and none of those that broke off.

    A message that ends before the length that it announced is incomplete (RFC 9112, 8), but web
    servers take the end of the connection for the end of the body. Half a file would be stored as
    if it were whole, and when the visitor sends it again, that would pass for a repetition. Such
    a body raises OSError when it is read: then Django reads no form.

    Whoever sends slowly holds one of the server's threads. Only some may, so that all others are
    answered, and of these one address only half, so that others can send; the rest is told to come
    back (503), as is everybody when the disk is full. What is too long is left unread: Django
    refuses it, like a body of unknown length.
    """

    def __init__(self, application):
        self.application = application
        self.places = Places(settings.MAX_BODIES_AT_ONCE)

    def __call__(self, environ, start_response):
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal() or not 0 < int(length[:20]) <= limit(environ["PATH_INFO"]) * MB:
            return self.application(environ, start_response)
        address = client_address(SimpleNamespace(META=environ))
        if not self.places.take(address):
            return refuse(environ, start_response)
        try:
            body = received(environ["wsgi.input"], int(length))
        except NoRoom:
            logger.error("A body was refused: there is no room for it on the disk.")
            return refuse(environ, start_response)
        finally:
            self.places.give_back(address)
        environ["wsgi.input"] = body
        with body:
            return self.application(environ, start_response)


def refuse(environ, start_response):
    """Answer that nothing was taken, in the language of the address, and end the connection."""
    language = translation.get_language_from_path(environ["PATH_INFO"]) or settings.LANGUAGE_CODE
    with translation.override(language):
        html = render_to_string("503.html", {"sent": True})
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
        ("Retry-After", PAUSE),
    ]
    start_response("503 Service Unavailable", headers)
    return [html.encode()]


class Places:
    """``most`` in all, and half of them for one address."""

    def __init__(self, most):
        self.most, self.taken, self.lock = most, Counter(), threading.Lock()

    def take(self, address):
        """Return whether there was a place, which is ``address``'s until it is given back."""
        with self.lock:
            if self.taken.total() >= self.most or self.taken[address] >= self.most / 2:
                return False
            self.taken[address] += 1
            return True

    def give_back(self, address):
        with self.lock:
            self.taken -= Counter([address])  # and who holds none is forgotten


class NoRoom(Exception):
    """The disk does not take the body."""


def received(stream, length):
    """Return a file with the ``length`` bytes of ``stream``, or with an OSError in their place.

    Raises NoRoom.
    """
    body = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - whoever reads it closes it
    with contextlib.suppress(OSError):  # the connection is gone
        while piece := stream.read(min(PIECE, length - body.tell())):
            store(piece, body)
    if body.tell() < length:
        body.close()
        return BrokenOff()
    body.seek(0)
    return body


def store(piece, body):
    try:
        body.write(piece)
    except OSError as error:
        body.close()
        raise NoRoom from error


class BrokenOff:
    """The body that is none."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def read(self, size=-1):
        raise OSError("The body ended before the length that it announced.")

    readline = read
