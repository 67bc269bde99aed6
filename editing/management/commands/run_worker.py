"""The worker: publishes, sends mail, draws share images, does jobs, tidies, looks at pages."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connections

from editing.outbox.queue import send_mail
from editing.schedule.publication import publish_due
from editing.share_image.studio import draw_wanted
from editing.worker.heartbeat import beat
from editing.worker.jobs import run_daily, run_every_pass
from editing.worker.prerendering import prerender
from editing.worker.wanted import make_wanted
from editing.worker.warming import warm

logger = logging.getLogger(__name__)


def publish():
    """Publish and unpublish the pages whose time has come."""
    publish_due()


# One line for each job. A job that must not run at every pass, or in one worker only, takes a lease
# (editing/worker/lease.py) for as long as it shall rest. A job that returns True has more to do.
JOBS = (
    publish,
    send_mail,
    draw_wanted,
    run_daily,
    run_every_pass,
    prerender,
    make_wanted,
    warm,
)


def run(job):
    """Run ``job`` once and return what it returns; whatever happens, worker and others go on."""
    try:
        beat(job.__name__)
        return job()
    except Exception:
        # The worker outlives a database or mail server that is away for a while.
        logger.exception("The worker could not %s; it tries again.", job.__name__)


def repeat(job, stop, interval):
    """Run ``job`` until ``stop`` is set. A thread's connections are its own, so it ends them."""
    try:
        while not stop.is_set():
            close_old_connections()
            more = run(job)
            stop.wait(1 if more else interval)
    finally:
        connections.close_all()


class Command(BaseCommand):
    help = "Publish what is due, send mail, draw, tidy up, until stopped. Several may run."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="One pass, then stop.")
        parser.add_argument(
            "--interval", type=int, default=10, help="Seconds between two passes (10)."
        )

    def handle(self, *, once, interval, **options):
        if once:
            for job in JOBS:
                run(job)
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        # A thread each: a mail server that answers slowly must not make a page late.
        threads = [threading.Thread(target=repeat, args=(job, stop, interval)) for job in JOBS]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
