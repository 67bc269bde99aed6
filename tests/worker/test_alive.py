"""The worker lives and says so; when it does not, the CMS and the health check say it."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.mail import send as queue
from post_office.models import STATUS, Email

from editing.management.commands import run_worker
from editing.outbox import queue as outbox
from editing.schedule.publication import publish_due
from editing.worker.heartbeat import Heartbeat
from editing.worker.jobs import run_daily
from editing.worker.lease import Lease
from tests.steps.planned import due

pytestmark = pytest.mark.django_db


def one_pass():
    call_command("run_worker", "--once")


def silence(minutes):
    Heartbeat.objects.update(seen=timezone.now() - timedelta(minutes=minutes))


def ready(client):
    answer = client.get("/healthz/ready/")
    return answer.status_code, answer.json()


def test_one_job_that_fails_does_not_stop_the_others(monkeypatch):
    done = []

    def first():
        raise ValueError

    monkeypatch.setattr(run_worker, "JOBS", (first, lambda: done.append(1)))
    one_pass()
    assert done == [1]


def test_a_lease_is_one_holders_until_it_is_given_back_or_over(monkeypatch):
    assert Lease.take("mail", "a", 60)
    assert not Lease.take("mail", "b", 60)
    assert Lease.take("mail", "a", 60)
    Lease.give_back("mail", "b")
    assert not Lease.take("mail", "b", 60)
    Lease.give_back("mail", "a")
    later = timezone.now() + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert Lease.take("mail", "b", 60)
    much_later = later + timedelta(seconds=61)  # b crashed
    monkeypatch.setattr(timezone, "now", lambda: much_later)
    assert Lease.take("mail", "a", 60)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_at_once_one_gets_the_lease(db):
    got = []

    def take(name):
        got.append(Lease.take("mail", name, 60))
        connection.close()

    threads = [threading.Thread(target=take, args=(str(n),)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [False] * 5 + [True]


def test_mail_waits_while_another_worker_sends(site):
    queue("a@b.example", subject="s", message="m")
    Lease.take("mail", "another worker", 60)
    outbox.send_mail()
    assert Email.objects.get().status == STATUS.queued
    Lease.give_back("mail", "another worker")
    one_pass()
    assert Email.objects.get().status == STATUS.sent


def test_the_health_check_is_content_with_a_worker_that_lives(visiteur):
    one_pass()
    status, said = ready(visiteur)
    known = {"status": "ok", "database": "ok", "worker": "ok", "late": 0}
    assert (status, said) == (200, said | known)


def test_it_says_when_the_worker_never_ran_or_is_silent_and_stays_in_service(visiteur):
    status, said = ready(visiteur)
    assert (status, said["status"], said["worker"]) == (200, "degraded", "never seen")
    one_pass()
    silence(minutes=4)
    assert ready(visiteur)[1]["worker"] == "ok"
    silence(minutes=6)
    status, said = ready(visiteur)
    assert (status, said["status"]) == (200, "degraded")
    assert said["worker"].startswith("silent since 20")


def test_one_job_that_hangs_is_a_silent_worker(visiteur):
    one_pass()
    Heartbeat.objects.filter(job="send_mail").update(seen=timezone.now() - timedelta(minutes=6))
    assert ready(visiteur)[1]["worker"].startswith("silent since")


def test_it_counts_what_is_late_by_more_than_two_minutes(visiteur, site):
    one_pass()
    due("Now", ago=timedelta(minutes=1))
    assert ready(visiteur)[1]["late"] == 0
    due("Late", ago=timedelta(minutes=3))
    status, said = ready(visiteur)
    assert (status, said["status"], said["late"]) == (200, "degraded", 1)


@pytest.mark.parametrize("minutes", [1, 10])
def test_the_cms_home_names_what_is_late_and_why_to_the_chief(cheffe, minutes, monkeypatch):
    one_pass()
    due("<b>Attendu</b>", ago=timedelta(minutes=minutes), slug="pris")
    due("Rival", slug="pris")
    publish_due()
    home = cheffe.get("/cms/").content.decode()
    assert "&lt;b&gt;Attendu&lt;/b&gt;" in home
    assert "pris" in home
    assert 'role="alert"' in home


def is_alarmed(client):
    """Return whether the CMS home shows the alarm; what the editor may have to say is hidden."""
    return '<div role="alert" class="w-mb-8">' in client.get("/cms/").content.decode()


def test_the_cms_home_says_that_the_worker_is_silent_to_those_who_can_act(
    cheffe, redactrice, traductrice
):
    assert is_alarmed(cheffe)
    one_pass()
    assert not is_alarmed(cheffe)
    silence(minutes=6)
    assert is_alarmed(cheffe)
    assert not is_alarmed(redactrice)
    assert not is_alarmed(traductrice)


def test_the_alarm_takes_no_more_queries_for_more_pages(cheffe):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            cheffe.get("/cms/")
        return len(captured)

    due("One")
    cheffe.get("/cms/")
    before = queries()
    for number in range(5):
        due(f"Late {number}")
    assert queries() <= before


def test_upkeep_is_done_once_a_day_by_one_worker(site, monkeypatch):
    done = []
    monkeypatch.setattr("editing.bin.deletion.purge", lambda: done.append("bin"))
    monkeypatch.setattr("editing.editor.history.prune", lambda: done.append("history"))
    run_daily()
    run_daily()
    assert sorted(done) == ["bin", "history"]
    Lease.objects.filter(name="upkeep").update(until=timezone.now() - timedelta(seconds=1))
    run_daily()
    assert sorted(done) == ["bin", "bin", "history", "history"]


def test_upkeep_that_fails_stops_no_other(site, monkeypatch):
    def fail():
        raise ValueError

    done = []
    monkeypatch.setattr("editing.bin.deletion.purge", fail)
    monkeypatch.setattr("editing.editor.history.prune", lambda: done.append("history"))
    run_daily()
    assert done == ["history"]
