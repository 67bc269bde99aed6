"""What comes before a body: who asks, and in which of the forms that hide a second request."""

import time

import pytest

from tests.server.site import HOST

CLOSE = b"Connection: close\r\n"
HIDDEN = b"GET /healthz/live/ HTTP/1.1\r\n" + HOST + b"\r\n"


def live(headers, line=b"GET /healthz/live/ HTTP/1.1\r\n"):
    return line + headers + CLOSE + b"\r\n"


def test_a_head_alone_is_answered_without_a_body(server):
    head, _empty, body = server.answer(live(HOST, b"HEAD /healthz/live/ HTTP/1.1\r\n")).partition(
        b"\r\n\r\n"
    )
    assert head.startswith(b"HTTP/1.1 200 ")
    assert body == b""


@pytest.mark.parametrize(
    "request_",
    [
        live(HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n"),
        live(HOST + b"Content-Length: +5\r\n"),
        live(HOST + b"Transfer-Encoding: xchunked\r\n"),
        live(HOST + b"Transfer-Encoding : chunked\r\n"),
        live(HOST + b"X-Text: a\x00b\r\n"),
        live(HOST + b"X-Text: a\r\n b\r\n"),
        live(b"Host: a.example\r\nHost: 127.0.0.1\r\n"),
        live(b"Host: elsewhere.example\r\n", b"GET / HTTP/1.1\r\n"),
        b"\x16\x03\x01\x00\x00\x00\r\n\r\n",
    ],
    ids=[
        "two lengths",
        "a length with a sign",
        "an unknown coding",
        "a blank after a name",
        "a NUL",
        "a folded line",
        "two hosts",
        "another host",
        "TLS",
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(server, request_):
    request_ = request_.replace(b"/healthz/live/", b"/devis/")
    assert server.answer(request_).split()[1] == b"400"


def test_after_a_length_and_chunks_at_once_nothing_is_read(server):
    both = b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    answer = server.answer(b"POST /devis/ HTTP/1.1\r\n" + HOST + both + HIDDEN)
    assert answer.startswith(b"HTTP/1.1 411 ")
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_visitor_cannot_say_where_the_site_is_mounted(server):
    assert server.answer(live(HOST + b"SCRIPT_NAME: /x\r\n")).split()[1] == b"200"


def test_a_head_may_not_be_long(server):
    long = b"X-Text: " + b"a" * 400_000 + b"\r\n"
    with server.connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n" + HOST)
        try:
            connection.sendall(long + b"\r\n")
            assert connection.recv(100).split()[1] == b"431"
        except OSError:
            pass  # it had closed the connection before all was sent
    assert server.is_live()


def test_a_head_that_does_not_end_is_not_waited_for(server):
    started = time.monotonic()
    with server.connect() as connection:
        connection.sendall(b"GET / HT")
        assert connection.recv(100) == b""
    assert 5 < time.monotonic() - started < 20


def test_many_silent_connections_keep_nobody_from_reading(server):
    silent = [server.connect() for _ in range(500)]
    try:
        assert server.is_live()
    finally:
        for connection in silent:
            connection.close()
