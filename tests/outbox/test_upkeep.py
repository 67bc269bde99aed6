"""The nightly pass takes mails that are over, and leaves those of requests to the requests."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from editing.management.commands.run_worker import run_daily
from editing.outbox import queue as outbox
from editing.outbox import upkeep
from editing.outbox.upkeep import KEPT
from tests.steps.answering import mailed, stored

pytestmark = pytest.mark.django_db

LONG_AGO = KEPT + timedelta(days=1)


def mail(status, age):
    """Return a mail whose state is as old as ``age``."""
    email = outbox.queue("chef@cyberworkers.example", "La réunion", "Bonjour.\n")
    Log.objects.create(email=email, status=STATUS.sent)
    moment = timezone.now() - age
    Email.objects.filter(pk=email.pk).update(status=status, created=moment, last_updated=moment)
    return email


def left():
    return list(Email.objects.order_by("pk"))


@pytest.mark.parametrize("status", [STATUS.sent, STATUS.failed])
def test_what_was_sent_or_given_up_long_ago_goes_with_its_log(site, status):
    mail(status, LONG_AGO)
    recent = mail(status, KEPT - timedelta(days=1))
    run_daily()
    assert left() == [recent]
    assert Log.objects.count() == 1


@pytest.mark.parametrize("status", [STATUS.queued, STATUS.requeued])
def test_what_still_waits_stays_however_old(site, status):
    waiting = mail(status, LONG_AGO)
    run_daily()
    assert left() == [waiting]


def test_the_mails_of_a_request_stay_with_it(site):
    moment = timezone.now() - LONG_AGO
    of_request = mailed(stored(), STATUS.sent, last_updated=moment).email
    run_daily()
    assert left() == [of_request]


def test_however_many_there_are_all_of_them_go(site, monkeypatch):
    monkeypatch.setattr(upkeep, "BATCH", 2)
    for _ in range(5):
        mail(STATUS.sent, LONG_AGO)
    run_daily()
    assert left() == []
