"""A mail server that refuses, hangs or dies in the middle loses nothing and doubles nothing."""

import time
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import STATUS, Email

from editing.outbox import delivery
from editing.outbox import queue as outbox
from editing.worker.lease import Lease
from tests.doubles.mail_server import later, queue, server, states
from tests.load import smtp_server
from tests.load.scheduling import mail_worker, wait

__all__ = ["server"]

pytestmark = pytest.mark.django_db

SENT, WAITS, FAILED, QUEUED = STATUS.sent, STATUS.requeued, STATUS.failed, STATUS.queued


def addresses(server):
    return [mail.recipients for mail in server.delivered]


def test_mail_is_delivered_in_its_order_over_one_connection(server):
    mails = queue(25)
    outbox.send_mail()
    assert addresses(server) == [[f"a{n}@b.example"] for n in range(25)]
    assert [mail.message_id for mail in server.delivered] == [mail.message_id for mail in mails]
    assert server.delivered[0].message["From"] == "Cyberworkers <noreply@localhost>"
    assert server.connections == 1
    assert states() == [SENT] * 25


def test_what_is_sent_is_noted_before_the_next_mail_is(server, monkeypatch):
    queue(3)
    seen, note = [], delivery.note

    def look(*arguments, **values):
        note(*arguments, **values)
        seen.append(states())

    monkeypatch.setattr(delivery, "note", look)
    outbox.send_mail()
    assert seen == [[SENT, QUEUED, QUEUED], [SENT, SENT, QUEUED], [SENT, SENT, SENT]]


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (smtp_server.REFUSE, "451 4.7.1 Try again later"),
        (smtp_server.AWAY, "421"),
        (smtp_server.HANG, "timed out"),
        (smtp_server.DROP, "closed"),
    ],
)
def test_a_server_in_trouble_loses_nothing_and_is_tried_again(server, mode, words):
    first = queue(2)
    server.mode = mode
    outbox.send_mail()
    assert states() == [WAITS, WAITS]
    assert server.delivered == []
    assert words in Email.objects.first().logs.get().message
    outbox.send_mail()  # before its pause is over
    assert [mail.number_of_retries for mail in Email.objects.all()] == [1, 1]
    server.mode = smtp_server.OK
    later()
    outbox.send_mail()
    assert sorted(mail.message_id for mail in server.delivered) == sorted(
        mail.message_id for mail in first
    )
    assert states() == [SENT, SENT]


def test_trouble_in_the_middle_of_many_mails_doubles_none(server):
    queue(40)

    def trouble(_mail):
        if len(server.delivered) in (5, 15, 30):
            server.mode = smtp_server.DROP

    server.on_delivery = trouble
    for _ in range(12):
        later()
        server.mode = smtp_server.OK
    assert states() == [SENT] * 40
    assert set(Counter(mail.message_id for mail in server.delivered).values()) == {1}


def test_a_mail_that_the_server_took_without_saying_so_comes_again_as_the_same(server):
    queue(1)
    server.mode = smtp_server.DROP_AFTER_DATA
    outbox.send_mail()
    server.mode = smtp_server.OK
    later()
    first, second = (mail.message_id for mail in server.delivered)
    assert first == second


def test_a_server_that_is_away_makes_only_a_few_mails_wait(server):
    queue(10)
    server.mode = smtp_server.HANG
    began = time.monotonic()
    outbox.send_mail()
    assert time.monotonic() - began < 3
    assert states() == [WAITS] * 3 + [QUEUED] * 7
    server.mode = smtp_server.OK
    outbox.send_mail()
    assert len(server.delivered) == 7


def test_one_refused_address_stops_no_other_mail(server):
    queue(5)
    server.unknown = {"a0@b.example", "a1@b.example", "a2@b.example", "a3@b.example"}
    outbox.send_mail()
    assert addresses(server) == [["a4@b.example"]]


def test_an_address_that_does_not_exist_is_given_up_at_once(server):
    queue(1)
    server.mode = smtp_server.REJECT
    outbox.send_mail()
    mail = Email.objects.get()
    assert mail.status == FAILED
    assert mail.logs.get().message == "550 5.1.1 No such user"


def test_the_pauses_grow_for_a_day_and_then_the_mail_has_failed(server):
    queue(1)
    server.mode = smtp_server.REFUSE
    pauses = []
    for _ in delivery.PAUSES:
        before = timezone.now()
        later()
        mail = Email.objects.get()
        assert mail.status == WAITS
        pauses.append(round((mail.scheduled_time - before).total_seconds() / 60))
    assert pauses[:5] == [1, 2, 5, 15, 30]
    assert pauses == sorted(pauses)
    assert timedelta(hours=23) < timedelta(minutes=sum(pauses)) < timedelta(hours=25)
    later()
    mail = Email.objects.get()
    assert (mail.status, mail.number_of_retries) == (FAILED, len(pauses) + 1)
    later()
    assert Email.objects.get().logs.count() == len(pauses) + 1


def test_a_mail_deleted_while_others_are_sent_is_not_sent(server, monkeypatch):
    mails, note = queue(2), delivery.note

    def erase(*arguments, **values):
        note(*arguments, **values)
        Email.objects.filter(pk=mails[1].pk).delete()

    monkeypatch.setattr(delivery, "note", erase)
    outbox.send_mail()
    assert addresses(server) == [["a0@b.example"]]


def test_texts_are_never_read_as_templates(server):
    for text in ("{% nonsense %}", "{{ 1|add:1 }} <b>&", "{% include 'base.html' %}"):
        outbox.queue("a@b.example", text, text)
    outbox.send_mail()
    assert [mail.message["Subject"] for mail in server.delivered] == [
        "{% nonsense %}",
        "{{ 1|add:1 }} <b>&",
        "{% include 'base.html' %}",
    ]
    assert server.delivered[1].message.get_payload().strip() == "{{ 1|add:1 }} <b>&"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_worker_killed_in_the_middle_loses_none_and_repeats_at_most_one(site):
    mails = queue(60)
    with smtp_server.SmtpServer() as server:
        server.on_delivery = lambda _mail: time.sleep(0.02)
        victim = mail_worker(server.url)
        wait(lambda: len(server.delivered) >= 20, seconds=60)
        victim.kill()
        victim.wait()
        done = len(server.delivered)
        assert done < 60
        Lease.objects.filter(name="mail").update(until=timezone.now())  # its time is over
        mail_worker(server.url, "--once").wait()
        counts = Counter(mail.message_id for mail in server.delivered)
    assert set(counts) == {mail.message_id for mail in mails}
    assert len(server.delivered) - 60 in (0, 1)
    assert states() == [SENT] * 60
