"""Prove what readers and visitors meet while something of the machine fails, and how soon it is
over.

`python -m tests.load.machine [--seconds 15]` sets the site up with its demo on SQLite, as `make
run` serves it. Then its cache is gone, garbage and full, its media and private files are away, the
database is locked for 25 seconds, the mail server refuses, 200 clients send slowly. Meanwhile two
readers read and two visitors send forms with a file. tests/load/outage.py does the same for a
PostgreSQL that is stopped or held still.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tests.bench.gauges.processes import end, python, wait
from tests.bench.site import Copy
from tests.load.database import report
from tests.load.form_sender import READ, Sender
from tests.load.ports import free_port
from tests.load.smtp_server import OK, REFUSE, SmtpServer
from tests.server.slow import slow_clients

PATIENCE = 120  # seconds until all is right again


class Machine:
    """The site in a folder of its own; what it needs can be taken away."""

    def __init__(self, folder, mail):
        self.mail, self.port = mail, free_port()
        self.copy = Copy(folder, f"sqlite:///{folder}/db.sqlite3")
        self.database = f"{folder}/db.sqlite3"
        self.state = self.copy.folder / "var"
        self.environment = self.copy.environment(self.port, EMAIL_URL=mail.url, MIN_FREE_MB="0")
        python("manage.py", "prepare", "--demo", cwd=self.copy.folder, environment=self.environment)

    def __enter__(self):
        self.output = open(self.copy.folder / "output.txt", "a+", encoding="utf-8")  # noqa: SIM115
        commands = (["deploy/web.py"], ["manage.py", "run_worker", "--interval", "1"])
        self.processes = [
            subprocess.Popen(
                [sys.executable, *command],
                cwd=self.copy.folder,
                env=self.environment,
                stdout=self.output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            for command in commands
        ]
        wait(f"http://127.0.0.1:{self.port}/healthz/live/", self.processes[0], self.output)
        return self

    def __exit__(self, *error):
        for process in self.processes:
            end(process)

    def change(self):
        with suppress(sqlite3.OperationalError), sqlite3.connect(self.database, timeout=1) as one:
            one.execute("UPDATE wagtailcore_site SET site_name = site_name || '.'")

    @contextmanager
    def away(self, name):
        """Nothing can be read or written below var/``name``: a file lies in its place."""
        folder, aside = self.state / name, self.state / f"{name}-aside"
        folder.mkdir(exist_ok=True)
        folder.rename(aside)
        folder.touch()
        try:
            yield
        finally:
            folder.unlink()
            aside.rename(folder)

    @contextmanager
    def garbage(self):
        for file in (self.state / "cache").rglob("*.djcache"):
            with suppress(OSError):
                file.write_bytes(b"garbage" * 100)
        yield

    @contextmanager
    def full(self):
        """The cache lies on a disk of 64 KB; only where we may mount one."""
        folder = str(self.state / "cache")
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=True)  # noqa: S607
        try:
            yield
        finally:
            subprocess.run(["umount", "-l", folder], check=True)  # noqa: S607

    @contextmanager
    def locked(self):
        connection = sqlite3.connect(self.database, isolation_level=None, timeout=30)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.close()

    @contextmanager
    def refusing(self):
        self.mail.mode = REFUSE
        try:
            yield
        finally:
            self.mail.mode = OK

    @contextmanager
    def slow(self):
        with slow_clients(self.port, 200, "192.0.2.1"):
            yield


def meet(machine, sender, fault, seconds, what):
    """Return rows of what was met while ``fault`` lasted, and until all was right again."""
    pages, forms, slowest = Counter(), Counter(), [0]
    over = threading.Event()

    def read():
        while not over.is_set():
            for address in READ:
                right, took = sender.read(address)
                pages[right] += 1
                slowest[0] = max(slowest[0], took)

    def send():
        while not over.is_set():
            forms[sender.send()] += 1
            over.wait(0.5)

    def change():
        """Change something that readers see, so that what is kept of pages is made anew."""
        while not over.wait(1):
            machine.change()

    people = [threading.Thread(target=one) for one in (read, read, send, send, change)]
    with fault:
        for one in people:
            one.start()
        time.sleep(seconds)
        over.set()
        begun = time.monotonic()
    for one in people:
        one.join()
    while time.monotonic() - begun < PATIENCE and not sender.all_is_right():
        time.sleep(0.2)
    return [
        (f"{what}: forms sent", sum(forms.values()), None),
        ("  taken", forms["taken"], None),
        ("  refused plainly, with the text", forms["refused"], None),
        ("  neither", forms["wrong"], 0),
        ("  pages read", sum(pages.values()), None),
        ("  of these wrong", pages[False], 0),
        ("  seconds of the slowest page", round(slowest[0], 1), None),
        ("  seconds until all was right again", round(time.monotonic() - begun, 1), None),
    ]


def prove(folder, seconds):
    """Return rows of (claim, what was seen, as it should be)."""
    rows = []
    with ExitStack() as stack:
        mail = stack.enter_context(SmtpServer())
        machine = stack.enter_context(Machine(folder, mail))
        sender = Sender(machine.port)
        for what, fault, lasting in (
            ("cache gone", machine.away("cache"), seconds),
            ("cache full of garbage", machine.garbage(), seconds),
            ("cache full", machine.full(), seconds),
            ("media away", machine.away("media"), seconds),
            ("private files away", machine.away("private"), seconds),
            ("database locked for 25 s", machine.locked(), 25),
            ("mail refused", machine.refusing(), seconds),
            ("200 slow clients", machine.slow(), 30),
        ):
            rows += meet(machine, sender, fault, lasting, what)
        rows += kept(machine, sender)
    return rows


def kept(machine, sender):
    """Return rows of what became of the requests whose references were seen."""
    with sqlite3.connect(machine.database) as connection:
        stored = [
            row[0] for row in connection.execute("SELECT reference FROM contact_quoterequest")
        ]
    seen = set(sender.references)
    return [
        ("references that visitors saw", len(seen), len(sender.references)),
        ("  of these stored", len(seen & set(stored)), len(seen)),
        ("  stored twice", len(stored) - len(set(stored)), 0),
    ]


def main():
    options = argparse.ArgumentParser(description="Prove what is met while the machine fails.")
    options.add_argument("--seconds", type=int, default=15, help="of each fault (15)")
    with tempfile.TemporaryDirectory() as folder:
        rows = prove(Path(folder), options.parse_args().seconds)
    sys.exit(not report("faults of the machine, SQLite", rows))


if __name__ == "__main__":
    main()
