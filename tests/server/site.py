"""The site's real web server, and a client that may be rude."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.load.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
HOST = b"Host: 127.0.0.1\r\n"


class Server:
    def __init__(self, folder, processes=1):
        self.port = free_port()
        self.environment = {
            **os.environ,
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "DEBUG": "1",  # static files need not be collected
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "WEB_CONCURRENCY": str(processes),
        }

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "deploy/web.py"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_for(self.is_live, lambda: self.process.poll() is None)
        return self

    def __exit__(self, *error):
        self.process.terminate()
        try:
            self.process.wait(40)
        finally:
            if self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL)

    def children(self):
        """Return the numbers of its processes."""
        file = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in file.read_text().split()]

    def is_live(self):
        try:
            return self.status("GET", "/healthz/live/") == 200
        except OSError:
            return False

    def status(self, method, path, headers=(), body=b""):
        """Send a head and perhaps a first piece of a body; return the status of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
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

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def answer(self, request, break_off=False):
        """Send bytes, and the end of all sending if so; return what comes until the server ends."""
        with self.connect() as connection:
            connection.sendall(request)
            if break_off:
                connection.shutdown(socket.SHUT_WR)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
            return answer


def wait_for(condition, while_true=lambda: True, seconds=90):
    deadline = time.monotonic() + seconds
    while not condition():
        assert while_true() and time.monotonic() < deadline
        time.sleep(0.2)
