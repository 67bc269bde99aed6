"""Processes that die or hang are replaced, and what is under way is answered before the end."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from tests.load.ports import free_port
from tests.server.site import ROOT, wait_for

HEAD = b"POST /devis/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n\r\n"


def test_a_process_that_was_killed_is_replaced(server):
    [process] = server.children()
    os.kill(process, signal.SIGKILL)
    wait_for(lambda: server.children() not in ([], [process]))
    wait_for(server.is_live)


def test_a_request_under_way_is_answered_before_the_end(server):
    with server.connect() as connection:
        connection.sendall(HEAD + b"a")
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(1)
        with pytest.raises(OSError):
            server.connect().close()
        connection.sendall(b"=bc")
        assert connection.recv(100).startswith(b"HTTP/1.1 ")
    assert server.process.wait(20) == 0


def end(**environment):
    """Return what a start with a wrong value says; it must stop, and without a traceback."""
    keep = {name: os.environ[name] for name in ("PATH", "SECRET_KEY") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "deploy/web.py"],
        cwd=ROOT,
        env={**keep, "SECRET_KEY": "k" * 60, "SITE_URL": "http://localhost", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize("value", ["0", "two", "-1", "1000"])
def test_a_number_of_processes_that_makes_no_sense_is_named(value):
    assert f"WEB_CONCURRENCY must be a number from 1 to 64, not “{value}”." in end(
        WEB_CONCURRENCY=value
    )


@pytest.mark.parametrize("value", ["0", "http", "65536"])
def test_a_port_that_is_none_is_named(value):
    assert f"PORT must be a number from 1 to 65535, not “{value}”." in end(PORT=value)


def test_a_port_that_is_taken_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"127.0.0.1:{port} cannot be used" in end(PORT=port)


def test_a_setting_that_makes_no_sense_is_named():
    said = end(SITE_URL="magazine", PORT=str(free_port()))
    assert "Cyberworkers cannot start: SITE_URL must be like" in said
