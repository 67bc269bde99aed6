"""The real web server answers hostile bodies without reading them."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.load.ports import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """gunicorn as production runs it, on an empty database that no answer here needs."""
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = {
        **os.environ,
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "DEBUG": "1",  # static files need not be collected
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "WEB_CONCURRENCY": "1",
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while not is_live(port):
            assert server.poll() is None and time.monotonic() < deadline
            time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def is_live(port):
    try:
        return status(port, "GET", "/healthz/live/") == 200
    except OSError:
        return False


def status(port, method, path, headers=(), body=b""):
    """Send a head and perhaps a first piece of a body; return the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest(method, path)
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders(body or None)
        answer = connection.getresponse()
        assert b"<h1" in answer.read() or path.startswith("/healthz/")
        return answer.status
    finally:
        connection.close()


def test_three_gigabytes_are_refused_at_their_announcement(port):
    headers = [("Content-Length", "3221225472"), ("Content-Type", "multipart/form-data")]
    started = time.monotonic()
    assert status(port, "POST", "/devis/", headers) == 413
    assert status(port, "POST", "/cms/login/", headers, b"a" * 100_000) == 413
    assert time.monotonic() - started < 10
    assert is_live(port)


def test_a_client_that_goes_on_sending_is_left_alone(port):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as sending:
        sending.sendall(b"POST /devis/ HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        sending.sendall(b"Content-Length: 3221225472\r\n\r\n")
        sent = 0
        with pytest.raises(OSError):
            while sent < 500_000_000:
                sent += sending.send(b"a" * 1_000_000)
    assert is_live(port)


def test_a_body_of_unknown_length_is_refused(port):
    headers = [("Transfer-Encoding", "chunked")]
    assert status(port, "POST", "/devis/", headers, b"5\r\nhello\r\n0\r\n\r\n") == 411
    assert is_live(port)


def test_a_form_that_breaks_off_is_not_read(port):
    secret = "a" * 32
    form = f"csrfmiddlewaretoken={secret}&text=The+half+of+a+sen".encode()
    head = [
        "POST /healthz/live/ HTTP/1.1",
        "Host: 127.0.0.1",
        f"Cookie: csrftoken={secret}",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: {}\r\n\r\n",
    ]
    for announced, status in ((len(form), b"200"), (len(form) + 5, b"403")):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall("\r\n".join(head).format(announced).encode() + form)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100).split()[1] == status


def test_a_view_that_breaks_off_is_a_bad_request(port):
    """A telephone in a tunnel."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(
            b"POST /audience/view/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\n1"
        )
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(100).split()[1] == b"400"
