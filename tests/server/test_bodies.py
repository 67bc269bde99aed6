"""The real web server answers hostile bodies without reading them, and slow ones harm nobody."""

import select
import time

import pytest
from django.conf import settings

from tests.server.site import wait_for
from tests.server.slow import slow_clients

SLOW_ONES = 200


def test_three_gigabytes_are_refused_at_their_announcement(server):
    headers = [("Content-Length", "3221225472"), ("Content-Type", "multipart/form-data")]
    started = time.monotonic()
    assert server.status("POST", "/devis/", headers) == 413
    assert server.status("POST", "/cms/login/", headers, b"a" * 100_000) == 413
    assert time.monotonic() - started < 10
    assert server.is_live()


def test_a_client_that_goes_on_sending_is_left_alone(server):
    with server.connect() as sending:
        sending.sendall(b"POST /devis/ HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        sending.sendall(b"Content-Length: 3221225472\r\n\r\n")
        sent = 0
        with pytest.raises(OSError):
            while sent < 500_000_000:
                sent += sending.send(b"a" * 1_000_000)
    assert server.is_live()


def test_a_body_of_unknown_length_is_refused(server):
    headers = [("Transfer-Encoding", "chunked")]
    assert server.status("POST", "/devis/", headers, b"5\r\nhello\r\n0\r\n\r\n") == 411
    assert server.is_live()


def form(announced_too_much=0):
    secret = "a" * 32
    body = f"csrfmiddlewaretoken={secret}&text=The+half+of+a+sen".encode()
    head = [
        "POST /healthz/live/ HTTP/1.1",
        "Host: 127.0.0.1",
        "Connection: close",
        f"Cookie: csrftoken={secret}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body) + announced_too_much}\r\n\r\n",
    ]
    return "\r\n".join(head).encode() + body


def test_a_form_that_breaks_off_is_not_read(server):
    assert server.answer(form()).split()[1] == b"200"
    broken = server.answer(form(announced_too_much=5), break_off=True)
    assert broken == b"" or broken.split()[1] == b"403"


def test_a_form_that_comes_in_pieces_is_read_whole(server):
    request = form()
    with server.connect() as connection:
        for place in range(0, len(request), 60):
            connection.sendall(request[place : place + 60])
            time.sleep(0.05)
        assert connection.recv(100).split()[1] == b"200"


def test_a_view_that_breaks_off_is_a_bad_request(server):
    """A telephone in a tunnel."""
    head = b"POST /audience/view/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\n1"
    broken = server.answer(head, break_off=True)
    assert broken == b"" or broken.split()[1] == b"400"
    assert server.is_live()


def slow_ones_answered(connections, count):
    """Return those that got an answer, which must be ``count``."""
    wait_for(lambda: len(select.select(connections, [], [], 0)[0]) >= count)
    answered = select.select(connections, [], [], 0)[0]
    assert len(answered) == count
    return answered


def test_those_who_send_slowly_keep_nobody_from_reading_and_nobody_else_from_sending(server):
    with slow_clients(server.port, SLOW_ONES, "192.0.2.1") as slow:
        started = time.monotonic()
        assert server.is_live()
        assert time.monotonic() - started < 2
        for connection in slow_ones_answered(slow, SLOW_ONES - settings.MAX_BODIES_AT_ONCE // 2):
            assert connection.recv(100).split()[1] == b"503"
        assert server.answer(form()).split()[1] == b"200"


def test_from_wherever_they_send_slowly_others_read(server):
    half = settings.MAX_BODIES_AT_ONCE // 2
    with (
        slow_clients(server.port, half, "192.0.2.1"),
        slow_clients(server.port, half, "192.0.2.2"),
        slow_clients(server.port, SLOW_ONES, "192.0.2.3"),
    ):
        for _ in range(10):
            assert server.is_live()


def test_when_they_are_gone_forms_are_taken_again(server):
    assert server.answer(form()).split()[1] == b"200"
