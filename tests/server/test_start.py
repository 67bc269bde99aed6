"""Whatever ends the start script, web server and worker end with it."""

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from tests.server.site import ROOT, Server, wait_for

SERVE = "import sys; sys.path.insert(0, 'deploy'); import run; run.serve(False)"


def marked(mark):
    """Return the processes that were started, by whatever way, with ``mark`` in their
    environment; those that ended and that nobody has asked about are none.
    """
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(") ")[2][0]
            if state != "Z" and mark in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            pass  # it ended meanwhile, or is another user's
    return found


@pytest.fixture
def start(tmp_path):
    """Start web server and worker as `make run` does; return its process and all there are."""
    mark = uuid.uuid4().hex.encode()
    server = Server(tmp_path)
    server.mark = mark
    server.process = subprocess.Popen(
        [sys.executable, "-c", SERVE],
        cwd=ROOT,
        env={**server.environment, "MARK": mark.decode()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield server
    for process in marked(mark):
        os.kill(process, signal.SIGKILL)
    server.process.wait()


def nothing_is_left(start):
    wait_for(lambda: start.process.poll() is not None)
    wait_for(lambda: not marked(start.mark))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_one_signal_ends_all_of_it(start, number):
    wait_for(start.is_live)
    start.process.send_signal(number)
    nothing_is_left(start)


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.5, 1, 3])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_it_ends_at_any_moment_after_the_start_and_however_often_it_is_told(start, number, seconds):
    time.sleep(seconds)
    for _ in range(5):
        start.process.send_signal(number)
        time.sleep(0.02)
    nothing_is_left(start)


def test_processes_of_a_web_server_that_was_killed_end_and_so_does_the_worker(start):
    wait_for(start.is_live)
    web = next(
        one
        for one in marked(start.mark)
        if b"deploy/web.py" in Path(f"/proc/{one}/cmdline").read_bytes()
        and Path(f"/proc/{one}/task/{one}/children").read_text()
    )
    os.kill(web, signal.SIGKILL)
    nothing_is_left(start)
    assert start.process.returncode == 1
