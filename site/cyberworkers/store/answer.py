"""One answer that is the same for everybody: its bytes in each encoding, and its headers."""

import gzip
from functools import lru_cache
from hashlib import blake2b

import brotli

# Beyond these a page gains less than a per cent, and costs several times as much.
BROTLI_QUALITY = 5
GZIP_LEVEL = 6
# Headers that depend on the encoding, or that every answer gets here.
OURS = {"content-length", "content-encoding", "etag", "vary"}


class Answer:
    """A whole answer with status 200.

    ``headers`` is a list of pairs, ``body`` the bytes without encoding.
    """

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = [pair for pair in headers if pair[0].lower() not in OURS]
        self.headers.append(("Vary", "Accept-Encoding"))
        self.body = body
        self.digest = blake2b(body, digest_size=12).hexdigest()
        self.encoded = {}

    @property
    def size(self):
        """How many bytes it holds, in all encodings made so far."""
        return len(self.body) + sum(len(body) for _headers, body in self.encoded.values())

    def give(self, environ, start_response):
        """Answer the request of ``environ``: whole, its headers only, or that nothing changed."""
        encoding = best_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        tag = f'"{self.digest}-{encoding}"' if encoding else f'"{self.digest}"'
        if is_among(tag, environ.get("HTTP_IF_NONE_MATCH", "")):
            start_response("304 Not Modified", [*self.headers, ("ETag", tag)])
            return []
        headers, body = self.encoded.get(encoding) or self.encode(encoding, tag)
        start_response(self.status, headers.copy())
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def encode(self, encoding, tag):
        body = ENCODERS[encoding](self.body)
        headers = [*self.headers, ("ETag", tag), ("Content-Length", str(len(body)))]
        if encoding:
            headers.append(("Content-Encoding", encoding))
        self.encoded[encoding] = headers, body
        return headers, body


ENCODERS = {
    "br": lambda body: brotli.compress(body, quality=BROTLI_QUALITY),
    "gzip": lambda body: gzip.compress(body, GZIP_LEVEL, mtime=0),
    "": lambda body: body,
}


@lru_cache(256)  # browsers send a handful of them
def best_encoding(accepted):
    """Return the encoding to use for a header Accept-Encoding (RFC 9110, 12.5.3): "" for none."""
    offered = {}
    for part in accepted.lower().split(","):
        name, _separator, quality = part.partition(";")
        offered[name.strip()] = quality.replace(" ", "").rstrip("0") not in ("q=", "q=0.")
    return next((name for name in ("br", "gzip") if offered.get(name)), "")


def is_among(tag, header):
    """Return whether a header If-None-Match names ``tag`` (RFC 9110, 13.1.2)."""
    if not header:
        return False
    tags = [one.strip().removeprefix("W/") for one in header.split(",")]
    return tag in tags or tags == ["*"]
