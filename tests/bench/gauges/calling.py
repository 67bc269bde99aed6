"""Call a WSGI application as a server does, without one."""

import io
import sys
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes


def call(application, path, headers=(), method="GET", body=b""):
    """Return the Answer of ``application`` to one request."""
    answer = Answer(0, {}, b"")

    def start_response(status, pairs, exc_info=None):
        answer.status, answer.headers = int(status.split()[0]), dict(pairs)

    chunks = application(environ(path, dict(headers), method, body), start_response)
    try:
        answer.body = b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
    return answer


def environ(path, headers, method, body):
    """Return the environ of PEP 3333."""
    path, _, query = path.partition("?")
    values = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    if body:
        values["CONTENT_LENGTH"] = str(len(body))
    for name, value in headers.items():
        key = name.upper().replace("-", "_")
        values[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return values
