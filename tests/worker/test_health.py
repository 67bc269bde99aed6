"""What a load balancer, a monitor and the CMS home are told of the machine."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils import timezone
from post_office.mail import send as queue
from post_office.models import STATUS, Email

from editing.management.commands import run_worker
from tests.worker.test_alive import one_pass

pytestmark = pytest.mark.django_db

FIELDS = {"cache", "media", "private", "space", "mail", "uploads"}


def failing(client):
    """Return what is not in order; of it the statuses must tell."""
    ready, well = client.get("/healthz/ready/"), client.get("/healthz/well/")
    said = ready.json()
    assert said.keys() >= FIELDS
    found = {name for name in FIELDS if said[name] != "ok"}
    assert ready.status_code == 200
    assert (well.status_code, well.json()["status"]) == (
        (503, "degraded") if found else (200, "ok")
    )
    return found


def test_all_is_well(visiteur):
    one_pass()
    assert failing(visiteur) == set()


@pytest.mark.parametrize("name", ["default", "private"])
def test_a_storage_that_takes_nothing(visiteur, cheffe, tmp_path, settings, name):
    one_pass()
    (tmp_path / "file").touch()
    settings.STORAGES = settings.STORAGES | {
        name: {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "file" / "folder"},
        }
    }
    assert failing(visiteur) == {"media" if name == "default" else name}
    assert "help-critical" in cheffe.get("/cms/").content.decode()


def test_little_space(visiteur, cheffe, settings):
    one_pass()
    settings.MIN_FREE_MB = 999_999_999
    assert failing(visiteur) == {"space"}
    assert "place sur le disque" in cheffe.get("/cms/").content.decode()


def test_mail_that_waits_for_an_hour(visiteur, cheffe):
    one_pass()
    queue("a@b.example", subject="s", message="m")
    assert failing(visiteur) == set()
    Email.objects.update(created=timezone.now() - timedelta(minutes=61))
    assert failing(visiteur) == {"mail"}
    assert "attend" in cheffe.get("/cms/").content.decode()
    Email.objects.update(status=STATUS.requeued)
    email = Email.objects.get()
    email.logs.create(status=STATUS.failed, exception_type="SMTPRecipientsRefused", message="550")
    assert failing(visiteur) == set()


def test_a_silent_worker_is_a_status_only_for_the_monitor(visiteur):
    assert visiteur.get("/healthz/ready/").status_code == 200
    assert visiteur.get("/healthz/well/").status_code == 503
    for job in run_worker.JOBS:
        run_worker.beat(job.__name__)
    assert visiteur.get("/healthz/well/").status_code == 200


def test_a_probe_leaves_nothing(visiteur):
    for _ in range(3):
        visiteur.get("/healthz/ready/")
    assert not [name for name in storages["private"].listdir("")[1] if "probe" in name]
