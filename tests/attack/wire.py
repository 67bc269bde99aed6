"""Sends a request to the site's WSGI application, whole, as the web server would."""

import io
import logging
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from django.core.signals import request_finished, request_started
from django.db import close_old_connections


@dataclass
class Request:
    """What is sent: ``address`` as it stands in the first line, ``headers`` by their HTTP names."""

    method: str
    address: str
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    who: str = ""  # for the reproduction

    def environ(self):
        """Return the WSGI environ (PEP 3333)."""
        path, _mark, query = self.address.partition("?")
        headers = {"Host": "testserver", **self.headers}
        if self.body or self.method in ("POST", "PUT", "PATCH"):
            headers.setdefault("Content-Length", str(len(self.body)))
        environ = {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query.encode().decode("latin-1"),
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in headers.items():
            key = name.upper().replace("-", "_")
            beside = key in ("CONTENT_TYPE", "CONTENT_LENGTH", "SCRIPT_NAME", "REMOTE_USER")
            environ[key if beside else f"HTTP_{key}"] = value
        return environ

    def __str__(self):
        lines = [f"{self.method} {self.address}", *(f"{n}: {v}" for n, v in self.headers.items())]
        return "\n".join([f"as {self.who or 'nobody'}", *lines, "", repr(self.body[:2000])])


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes
    logged: list  # of logging.LogRecord

    @property
    def traceback(self):
        """The exception that was logged with its traceback, or None."""
        found = [one.exc_info[1] for one in self.logged if one.exc_info and not is_refusal(one)]
        return found[0] if found else None


def is_refusal(record):
    """Return whether the log's formatter makes one line of this record (settings.LOGGING)."""
    return record.name.startswith("django.security")


class Listener(logging.Handler):
    """Collects what is logged, wherever records stop on their way up."""

    LOGGERS = ("", "django", "django.security", "post_office")

    def __enter__(self):
        self.records = []
        for name in self.LOGGERS:
            logging.getLogger(name).addHandler(self)
        return self.records

    def __exit__(self, *error):
        for name in self.LOGGERS:
            logging.getLogger(name).removeHandler(self)

    def emit(self, record):
        self.records.append(record)


def send(request, application=None):
    """Return the Answer to ``request``; raises what the application raises."""
    if application is None:
        from cyberworkers.wsgi import application
    said = []

    def start_response(status, headers, exc_info=None):
        said[:] = [int(status[:3]), dict(headers)]

    # As in Django's own test client: the transaction of a test goes on.
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    try:
        with Listener() as records:
            chunks = application(request.environ(), start_response)
            try:
                body = b"".join(chunks)
            finally:
                if hasattr(chunks, "close"):
                    chunks.close()
    finally:
        request_started.connect(close_old_connections)
        request_finished.connect(close_old_connections)
    return Answer(*said, body, records)
