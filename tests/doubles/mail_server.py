"""The outbox with a real mail server on the loopback interface."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import STATUS, Email

from editing.outbox import queue as outbox
from tests.load.smtp_server import SmtpServer


@pytest.fixture
def server(settings, db):
    """A mail server to which `queue.send_mail` sends."""
    with SmtpServer() as running:
        point_at(settings, running)
        yield running


def point_at(settings, running):
    settings.EMAIL_HOST, settings.EMAIL_PORT = running.host, running.port
    settings.EMAIL_TIMEOUT = 0.3
    settings.POST_OFFICE = settings.POST_OFFICE | {
        "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"}
    }


def queue(count):
    return [outbox.queue(f"a{n}@b.example", f"Mail {n}", "Bonjour.\n") for n in range(count)]


def later():
    """Let every pause be over, and send."""
    Email.objects.filter(status=STATUS.requeued).update(
        scheduled_time=timezone.now() - timedelta(seconds=1)
    )
    outbox.send_mail()


def states():
    return list(Email.objects.order_by("pk").values_list("status", flat=True))
