"""Read one file from a host of the table: over TLS, without redirects, within limits."""

import http.client
import time
from urllib.parse import urlsplit

TIMEOUT = 10  # seconds for each answer of the host
LONGEST = 30  # seconds in all
CHUNK = 64 * 1024


class Refused(Exception):
    """What came is not what was asked for."""


def download(address, types, most):
    """Return what lies at the https ``address``, at most ``most`` bytes.

    Raises Refused for another status than 200 (so for each redirect), a Content-Type that is not
    one of ``types``, and for too much or too slow an answer; OSError or HTTPException where the
    host cannot be spoken to.
    """
    parts = urlsplit(address)
    ends = time.monotonic() + LONGEST
    connection = http.client.HTTPSConnection(parts.hostname, timeout=TIMEOUT)
    try:
        path = parts._replace(scheme="", netloc="", fragment="").geturl()
        connection.request("GET", path, headers={"User-Agent": "Cyberworkers", "Accept": "*/*"})
        response = connection.getresponse()
        if response.status != 200 or response.headers.get_content_type() not in types:
            raise Refused(f"{response.status} {response.headers.get_content_type()}")
        content = b""
        while part := response.read1(CHUNK):
            content += part
            if len(content) > most or time.monotonic() > ends:
                raise Refused("too large or too slow")
        return content
    finally:
        connection.close()
