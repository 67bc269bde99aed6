"""Prove that readers read on, and that nobody is deceived, while the site is away.

`python -m tests.load.outage [--seconds 60]` sets the site up with its demo, on a PostgreSQL server
of its own and behind a real nginx with deploy/nginx.conf; a reader comes to every page. Then the
database is stopped, it is held still (connections stay open, and nothing answers), the application
is stopped, each for so many seconds, and each time everything is read again, and a form is sent.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.gauges.processes import end, python, wait
from tests.bench.site import Copy
from tests.edge.install import find
from tests.edge.nginx import HOST, Edge
from tests.load.cluster import Cluster, programs
from tests.load.database import report
from tests.load.ports import free_port
from tests.load.walk import ENCODINGS, read, walk

SITE = f"http://{HOST}"
FORM = "/devis/"
TOKENS = re.compile(r'name="(form-token|csrfmiddlewaretoken)" value="([^"]+)"')
ANSWERS = {
    "name": "Solange Prévert",
    "company": "Menuiserie Prévert",
    "email": "solange@prevert.example",
    "activity": "Nous fabriquons des escaliers.",
    "context": "Un escalier pour le village.",
    "how": "À distance.",
    "when": "Le mardi matin.",
}
NOT_TAKEN = "Votre envoi n’a pas été pris"
PATIENCE = 6  # seconds: no reader shall wait for longer
# What the worker does in its first minutes: then pages stay as they are.
DRAW_ALL = """
from editing.models import ShareImage
from editing.share_image.studio import draw_wanted
from editing.worker.prerendering import prerender
while ShareImage.objects.filter(wanted__isnull=False).exists(): draw_wanted()
while prerender(): pass
"""


class Site:
    """A copy of the site as in production: web server and worker on ``database``."""

    def __init__(self, folder, database):
        self.copy, self.port = Copy(folder, database), free_port()
        self.environment = self.copy.environment(self.port) | {
            "SITE_URL": SITE,
            "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
        }
        self.output = open(self.copy.folder / "output.txt", "a+", encoding="utf-8")  # noqa: SIM115
        self.processes = []
        self.manage("prepare", "--demo")
        self.manage("shell", "-v0", "-c", DRAW_ALL)

    def manage(self, *arguments):
        python("manage.py", *arguments, cwd=self.copy.folder, environment=self.environment)

    def start(self):
        for command in (["deploy/web.py"], ["manage.py", "run_worker", "--interval", "1"]):
            process = subprocess.Popen(
                [sys.executable, *command],
                cwd=self.copy.folder,
                env=self.environment,
                stdout=self.output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            self.processes.append(process)
        wait(f"http://127.0.0.1:{self.port}/healthz/ready/", self.processes[0], self.output)

    def stop(self):
        while self.processes:
            end(self.processes.pop())

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.stop()


class Reader:
    """Who has read everything, asks for it again, and sends forms; ``rows`` are what was seen."""

    def __init__(self, edge):
        self.edge = edge
        self.rows = []
        self.addresses = walk(self.ask_patiently, SITE)
        self.known = self.everything()

    def ask(self, *arguments, **headers):
        begun = time.monotonic()
        answer = self.edge.ask(*arguments, **headers)
        answer.seconds = time.monotonic() - begun
        return answer

    def ask_patiently(self, address):
        """Ask again where the first view takes longer than nginx waits: it draws pictures."""
        while (answer := self.ask(address)).status == 503:
            time.sleep(1)
        return answer

    def everything(self):
        return read(self.ask, self.addresses)

    def wait_until_still(self):
        """Wait until the worker has drawn what it draws after a start, so that pages stay."""
        while True:
            time.sleep(15)
            now = self.everything()
            same = all(is_as_before(now[one], answer) for one, answer in self.known.items())
            self.known = now
            if same:
                return

    def read_for(self, seconds, what):
        """Read everything again and again; compare each answer with what was there before."""
        until, rounds, answers = time.monotonic() + seconds, 0, []
        different = set()
        while not rounds or time.monotonic() < until:
            found = self.everything()
            answers += found.values()
            different |= {
                one for one, now in found.items() if not is_as_before(now, self.known[one])
            }
            rounds += 1
        for address, way in sorted(different):
            sys.stdout.write(f"DIFFERENT, {what}: {address} ({way})\n")
        slowest = max(answer.seconds for answer in answers)
        self.rows += [
            (f"{what}: answers", len(answers), None),
            ("  addresses that were not 200, and as before", len(different), 0),
            ("  seconds of the slowest", round(slowest, 1), None),
            (f"  slower than {PATIENCE} s", sum(one.seconds > PATIENCE for one in answers), 0),
        ]

    def fetch_form(self):
        """Return what a form is sent with: its body, its headers."""
        answer = self.ask(FORM)
        body = urlencode(ANSWERS | dict(TOKENS.findall(answer.text)))
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        return body, {"Cookie": cookie, "Content_Type": "application/x-www-form-urlencoded"}

    def send(self, form):
        body, headers = form
        return self.ask(FORM, "POST", body, **headers)

    def is_refused(self, form):
        answer = self.send(form)
        plainly = answer.status == 503 and NOT_TAKEN in answer.text
        self.rows += [
            ("  the form is refused plainly", plainly, True),
            ("  … after seconds", round(answer.seconds, 1), None),
            ("  the page of the form says so, too", self.ask(FORM).status, 503),
        ]

    def is_accepted(self, form):
        answer = self.send(form)
        thanks = answer.headers["Location"] or FORM
        self.rows += [
            ("  the same form is accepted afterwards", answer.status, 302),
            ("  and there are thanks for it", self.ask(thanks).status, 200),
        ]


def is_as_before(now, before):
    return (now.status, now.body) == (200, before.body)


@contextmanager
def away(stop, start):
    stop()
    try:
        yield
    finally:
        start()


def prove(folder, seconds):
    """Return rows of (claim, what was seen, as it should be)."""
    edge_folder = Path(folder, "edge")
    edge_folder.mkdir()
    with ExitStack() as stack:
        cluster = stack.enter_context(Cluster(folder))
        site = stack.enter_context(Site(folder, cluster.url))
        edge = Edge(edge_folder, site.copy.folder / "var")
        edge.behind = site.port
        edge.configure()
        stack.enter_context(edge.running())
        reader = Reader(edge)
        reader.wait_until_still()
        kinds = [answer.headers["Content-Type"] for answer in reader.known.values()]
        pages = sum("html" in kind or "xml" in kind for kind in kinds) // len(ENCODINGS)
        reader.rows += [("pages, feeds, sitemaps", pages, None)]
        reader.rows += [("with their pictures, sheets …", len(reader.addresses), None)]
        for what, stop, start in (
            ("database stopped", cluster.stop, cluster.start),
            ("database held still", cluster.hold_still, cluster.go_on),
            ("application stopped", site.stop, site.start),
        ):
            form = reader.fetch_form()
            with away(stop, start):
                reader.read_for(seconds, what)
                reader.is_refused(form)
            reader.read_for(0, f"after {what}")
            reader.is_accepted(form)
    return reader.rows


def main():
    options = argparse.ArgumentParser(description="Prove that readers read on in an outage.")
    options.add_argument("--seconds", type=int, default=60, help="of each outage (60)")
    seconds = options.parse_args().seconds
    if not (find() and programs()):
        sys.stdout.write("Not proved: an outage needs nginx and PostgreSQL's programs.\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # PostgreSQL's own user comes through it
        rows = prove(folder, seconds)
    sys.exit(not report(f"readers in outages of {seconds} seconds", rows))


if __name__ == "__main__":
    main()
