"""Mails of the editors that failed: shown to those who publish, sent again or removed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from editing.outbox import queue as outbox
from tests.steps.answering import KINDS, VISITOR, mailed, stored

pytestmark = pytest.mark.django_db

REFUSED = ("SMTPRecipientsRefused", "550 5.1.1 <b>No such user</b>")


def home(client):
    return client.get("/cms/").content.decode()


def editorial():
    email = outbox.queue("chef@cyberworkers.example", "La réunion", "Bonjour.\n")
    Email.objects.update(status=STATUS.failed)
    Log.objects.create(email=email, status=STATUS.failed, exception_type=REFUSED[0], message="x")
    return email


def test_editorial_mails_that_failed_are_shown_to_those_who_publish(cheffe, redactrice, commercial):
    email = editorial()
    assert "La réunion" in home(cheffe)
    assert "La réunion" not in home(redactrice) + home(commercial)
    for name in ("send_failed_mail", "dismiss_failed_mail"):
        redactrice.post(reverse(name, args=[email.pk]))
        assert Email.objects.get().status == STATUS.failed
    cheffe.post(reverse("send_failed_mail", args=[email.pk]))
    assert Email.objects.get().status == STATUS.queued
    assert "La réunion" not in home(cheffe)


def test_they_are_removed_by_hand_or_after_a_week(cheffe):
    email = editorial()
    Email.objects.update(last_updated=timezone.now() - timedelta(days=8))
    assert "La réunion" not in home(cheffe)
    Email.objects.update(last_updated=timezone.now())
    cheffe.post(reverse("dismiss_failed_mail", args=[email.pk]))
    assert Email.objects.count() == 0


def test_mails_of_requests_are_no_editorial_mails(cheffe):
    mail = mailed(stored(), STATUS.failed, kind=KINDS.REPLY, error=REFUSED)
    assert VISITOR not in home(cheffe)
    cheffe.post(reverse("dismiss_failed_mail", args=[mail.email_id]))
    assert Email.objects.count() == 1
