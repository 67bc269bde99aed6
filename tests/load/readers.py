"""The site's own web server with two processes, and readers who ask it in every way."""

import gzip
import http.client
import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import brotli

from tests.changes.reference import Seen
from tests.server.site import Server, wait_for

DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
PATIENCE = 60  # seconds until a process that was killed answers again
PAUSE = 10  # seconds between two kills: granian ends where a new process dies within 5.5
IN_FLIGHT = 4  # requests under way while something changes


class Web(Server):
    """Two processes; ``slow`` is how many seconds a statement of them takes at most."""

    def __init__(self, folder, environment, slow=0):
        super().__init__(folder, processes=2)
        self.environment |= environment | {
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "WEB_CONCURRENCY": "2",
            "PROOF_FOLDER": str(folder),
            "PROOF_SLOW": str(slow),
        }
        self.kills, self.last_kill = 0, 0
        self.bodies = {}  # by ETag: what a reader has who names it
        self.unchanged = 0  # answers without a body
        self.pool = ThreadPoolExecutor(IN_FLIGHT)
        self.under_way = []

    def kill_one(self):
        """Kill a process in the middle of what it does; another one takes its place."""
        if time.monotonic() - self.last_kill < PAUSE:
            return
        os.kill(random.choice(self.children()), signal.SIGKILL)
        self.kills += 1
        self.last_kill = time.monotonic()

    def wait_for_both(self):
        wait_for(lambda: len(self.children()) == 2)

    def start_asking(self, addresses):
        """Let readers ask, and go on meanwhile; what they are answered may be old or new."""
        self.under_way = [one for one in self.under_way if not one.done()]
        for address in addresses[: IN_FLIGHT - len(self.under_way)]:
            self.under_way.append(self.pool.submit(self.get, address))

    def end_asking(self):
        for one in self.under_way:
            one.result()

    def get(self, address):
        """Return what a reader sees at ``address``: by GET or HEAD, compressed or not, whole or
        unchanged. None where a HEAD told no more than the right status.
        """
        headers = {"Host": "testserver", "Accept-Encoding": random.choice(["", "br", "gzip"])}
        tag = random.choice([None, *self.bodies.get(address, {})])
        if tag:
            headers["If-None-Match"] = tag
        method = random.choice(["GET", "GET", "GET", "HEAD"])
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self.read(address, *self.ask(method, address, headers))
            except (OSError, http.client.HTTPException):
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def ask(self, method, address, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, address, headers=headers)
            answer = connection.getresponse()
            return method, answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def read(self, address, method, status, headers, body):
        bodies = self.bodies.setdefault(address, {})
        tag = headers["ETag"]
        if status == 304:
            self.unchanged += 1
            return Seen.of(200, headers, bodies[tag])
        if method == "HEAD":
            return Seen.of(status, headers, bodies[tag]) if tag in bodies else None
        body = DECODE[headers["Content-Encoding"]](body)
        if tag:
            bodies[tag] = body
        return Seen.of(status, headers, body)
