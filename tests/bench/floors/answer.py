"""A bare WSGI answer: the bytes of the file ANSWER, in whatever server runs it."""

import os
from pathlib import Path

BODY = Path(os.environ["ANSWER"]).read_bytes()
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Encoding", "gzip"),
    ("Content-Length", str(len(BODY))),
]


def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]
