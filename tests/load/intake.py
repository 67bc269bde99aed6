"""Prove that no request is lost and none is double, whatever dies meanwhile.

Eight visitors post requests over HTTP while the web server and the worker are killed with
SIGKILL and started again every few seconds, and while the mail server refuses, hangs, drops
connections and recovers. A visitor whose connection breaks sends the same form again, as people
do. In the end each reference that a visitor saw must be stored once, and its mails delivered.

`make prove` runs it with 10,000 requests on DATABASE_URL's server, the suite with fewer.
"""

import contextlib
import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

from tests.load.database import ROOT, database, environment, report, start_django
from tests.load.ports import free_port
from tests.load.smtp_server import AWAY, DROP, DROP_AFTER_DATA, HANG, OK, REFUSE, SmtpServer
from tests.load.visitor import Visitor

CLIENTS = 8
MODES = (OK, REFUSE, OK, HANG, OK, DROP, OK, DROP_AFTER_DATA, OK, AWAY)


class Site:
    """Web server and worker as they run in production, killed and started again."""

    def __init__(self, mail_url):
        self.port = free_port()
        self.environment = environment(mail_url) | {
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "SITE_URL": f"http://127.0.0.1:{self.port}",
        }
        self.kills = 0
        self.manage("collectstatic", "--noinput", "-v0")
        self.start()

    def manage(self, *arguments):
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def start(self):
        web = [sys.executable, "deploy/web.py"]
        worker = [sys.executable, "manage.py", "run_worker", "--interval", "1"]
        self.processes = [
            subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                start_new_session=True,  # so that its workers are killed with it
                stderr=subprocess.DEVNULL,
            )
            for command in (web, worker)
        ]

    def kill(self):
        """End both at once, as a machine that loses its power would."""
        for process in self.processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.kills += 1

    def restart_until(self, done, every):
        """Kill and start again, each time between the two of ``every`` seconds after it is up:
        on a busy machine a start takes longer than the pause.
        """
        self.wait_until_up(done)
        while not done.wait(random.uniform(*every)):  # noqa: S311 - no secret
            self.kill()
            self.start()
            self.wait_until_up(done)

    def wait_until_up(self, done):
        while not done.is_set():
            with contextlib.suppress(OSError):
                urlopen(f"http://127.0.0.1:{self.port}/healthz/live/", timeout=30).close()  # noqa: S310 - ours
                return
            time.sleep(0.2)


def trouble(server, done):
    """Let the mail server go through its troubles, again and again."""
    for mode in itertools.cycle(MODES):
        server.mode = mode
        if done.wait(3):
            break
    server.mode = OK


def prove(count, every=(4, 10)):
    """Post ``count`` requests; return rows of (claim, what was seen, as it should be)."""
    from contact.models import QuotePage, QuoteRequest

    for page in QuotePage.objects.all():
        page.to_address = "devis@cyberworkers.example"
        page.save()
    done = threading.Event()
    with SmtpServer() as server:
        site = Site(server.url)
        visitors = [Visitor(site.port, number) for number in range(CLIENTS)]
        background = [
            threading.Thread(target=trouble, args=(server, done)),
            threading.Thread(target=site.restart_until, args=(done, every)),
        ]
        started = time.monotonic()
        for thread in background:
            thread.start()
        try:
            with ThreadPoolExecutor(CLIENTS) as pool:
                marks = [range(number, count, CLIENTS) for number in range(CLIENTS)]
                list(pool.map(Visitor.ask, visitors, marks))
            posted = time.monotonic()
            done.set()
            for thread in background:
                thread.join()
            deliver()
            delivered = time.monotonic()
        finally:
            done.set()
            for thread in background:
                thread.join()
            site.kill()
    seen = {mark: ref for visitor in visitors for mark, ref in visitor.seen.items()}
    stored = dict(QuoteRequest.objects.values_list("reference", "form_data__context"))
    right_ones = [stored.get(ref) == f"La demande numéro {mark}." for mark, ref in seen.items()]
    team, confirmations, copies = deliveries(server, seen)
    statuses = sum((visitor.statuses for visitor in visitors), Counter())
    return [
        ("requests posted by eight clients", count, None),
        ("seconds until the last reference", round(posted - started, 1), None),
        ("seconds until the last mail", round(delivered - started, 1), None),
        ("times that web server and worker were killed", site.kills - 1, None),
        ("connections that broke, and were tried again", sum(v.broken for v in visitors), None),
        ("answers with an error of the server", sum(statuses[s] for s in statuses if s > 499), 0),
        ("references seen", len(seen), count),
        ("different ones", len(set(seen.values())), count),
        ("of these stored, each with its own answers", sum(right_ones), count),
        ("requests stored in all", len(stored), count),
        ("kept as spam", QuoteRequest.objects.filter(state="spam").count(), 0),
        ("of which the team was mailed", team, count),
        ("of which the visitor was mailed", confirmations, count),
        ("mails that came twice (the protocol cannot tell)", copies, None),
    ]


def deliver(seconds=1200):
    """Wait for the outbox to be empty. Pauses between tries, and of a killed worker's lease, are
    skipped, not waited for.
    """
    from django.utils import timezone
    from post_office.models import STATUS, Email

    from editing.worker.lease import Lease

    Lease.objects.filter(name="mail").update(until=timezone.now())
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        waiting = Email.objects.filter(status__in=[STATUS.queued, STATUS.requeued])
        if not waiting.exists():
            return
        waiting.filter(scheduled_time__gt=timezone.now()).update(scheduled_time=None)
        time.sleep(1)
    raise TimeoutError("The outbox was not emptied.")


def deliveries(server, seen):
    """Return how many requests the team, and the visitors, were mailed about, and the copies."""
    mailed = {"notification": set(), "confirmation": set()}
    numbers = Counter(mail.message_id for mail in server.delivered)
    for mail in server.delivered:
        mailed[mail.extra["X-Quote-Mail"]].add(mail.extra["X-Quote-Request"])
    references = set(seen.values())
    copies = sum(number - 1 for number in numbers.values())
    return (
        len(mailed["notification"] & references),
        len(mailed["confirmation"] & references),
        copies,
    )


def main():
    start_django()
    with database("proof_of_intake") as connection:
        rows = prove(10_000)
    sys.exit(not report(f"{connection.vendor}, requests while everything dies", rows))


if __name__ == "__main__":
    main()
