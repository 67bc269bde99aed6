"""A PostgreSQL server of our own, which may be stopped, held still and started again."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from tests.bench.gauges.cores import family, stats
from tests.load.ports import free_port

UNPRIVILEGED = "postgres"  # whom the server runs as where we are root, which it refuses


def programs():
    """Return the folder of PostgreSQL's programs (the newest of Debian's), or None."""
    found = shutil.which("initdb")
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda one: float(one.parent.parent.name), default=found)
    return newest and Path(newest).resolve().parent


class Cluster:
    """A server with its files in ``folder``, on a port of its own; ``url`` is a DATABASE_URL."""

    def __init__(self, folder):
        self.data, self.port = Path(folder, "postgresql"), free_port()
        self.url = f"postgres://{UNPRIVILEGED}@127.0.0.1:{self.port}/postgres"
        self.user = UNPRIVILEGED if not os.geteuid() else None
        self.data.mkdir()
        if self.user:
            shutil.chown(self.data, self.user)
        self.process = self.run("initdb", "-A", "trust", "-U", UNPRIVILEGED, "-E", "UTF8", "-N")
        if self.process.wait():
            raise RuntimeError("PostgreSQL's files could not be made.")

    def run(self, program, *arguments):
        return subprocess.Popen(
            [programs() / program, "-D", self.data, *arguments],
            cwd=self.data,
            user=self.user,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.go_on()
        self.stop()

    def start(self):
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-k", str(self.data)]
        self.process = self.run("postgres", *where)
        while subprocess.run(
            [programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)], check=False
        ).returncode:
            if self.process.poll() is not None:
                raise RuntimeError("PostgreSQL does not start.")
            time.sleep(0.1)

    def stop(self):
        """End it and every connection to it."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)

    def hold_still(self):
        """Let it answer nobody, with its connections open."""
        self.send_all(signal.SIGSTOP)

    def go_on(self):
        self.send_all(signal.SIGCONT)

    def send_all(self, number):
        for process in family(self.process.pid, stats()):
            os.kill(process, number)
