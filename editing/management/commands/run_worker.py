"""The worker: publishes what is due and sends the mail that waits."""

import logging
import signal
import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from post_office.mail import send_queued

logger = logging.getLogger(__name__)


def publish():
    """Publish and unpublish the pages whose time has come."""
    call_command("publish_scheduled")


def send_mail():
    """Send the queued mail, and what failed and is due for another try."""
    send_queued(processes=1)


class Command(BaseCommand):
    help = "Publish what is due and send queued mail, until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="One pass, then stop.")
        parser.add_argument(
            "--interval", type=int, default=10, help="Seconds between two passes (10)."
        )

    def handle(self, *, once, interval, **options):
        stop = threading.Event()
        if not once:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            for job in (publish, send_mail):
                close_old_connections()
                try:
                    job()
                except Exception:
                    # The worker outlives a database or mail server that is away for a while.
                    logger.exception("The worker could not %s; it tries again.", job.__name__)
            if once:
                return
            stop.wait(interval)
