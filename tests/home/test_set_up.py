"""Set-up and demo can run again and again: nothing doubles, no edit is lost."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Collection, Page, Site

from articles.models import InterviewPage, Person, Topic
from home.images import SiteImage
from tests import factories


def counted():
    models = (Page, Person, Topic, SiteImage, Group, get_user_model())
    return {model.__name__: model.objects.count() for model in models}


@pytest.fixture
def accounts_file(monkeypatch, tmp_path):
    monkeypatch.setattr("home.demo.accounts.FILE", tmp_path / "accounts.txt")
    return tmp_path / "accounts.txt"


@pytest.mark.django_db
def test_set_up_and_demo_twice_make_everything_once(site, accounts_file):
    call_command("demo", verbosity=0)
    before = counted()
    page = InterviewPage.objects.get(slug="tres-haut-debit-et-teletravail", locale=site.locale)
    page.title = "Un titre de la rédaction"
    page.save_revision().publish()
    for command in ("setup_site", "demo"):
        call_command(command, verbosity=0)
    page.refresh_from_db()
    assert counted() == before
    assert page.title == "Un titre de la rédaction"


@pytest.mark.django_db
def test_the_demo_has_twelve_interviews_three_of_them_in_english(
    site, accounts_file, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("demo", verbosity=0)
    assert InterviewPage.objects.live().filter(locale=factories.locale("fr")).count() >= 12
    assert InterviewPage.objects.live().filter(locale=factories.locale("en")).count() >= 3
    assert "redaction" in accounts_file.read_text(encoding="utf-8")
    assert accounts_file.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_a_deleted_page_is_not_made_again(site):
    Page.objects.get(slug="a-propos").delete()
    call_command("setup_site", verbosity=0)
    assert not Page.objects.filter(slug="a-propos").exists()


@pytest.mark.django_db
def test_full_addresses_follow_the_site_url(site, monkeypatch):
    monkeypatch.setattr(settings, "SITE_URL", "https://magazine.example")
    call_command("setup_site", verbosity=0)
    assert Site.objects.get().root_url == "https://magazine.example"


def preflight(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "deploy/preflight.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_taken_port_is_said_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = preflight("--port", HOST="127.0.0.1", PORT=port)
    assert done.returncode == 1
    assert port in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("port", ["abc", "0", "70000", ""])
def test_a_nonsensical_port_is_said_in_one_sentence(port):
    done = preflight("--port", HOST="127.0.0.1", PORT=port)
    assert done.returncode == 1
    assert done.stderr.startswith("PORT must be a number")


def test_a_free_port_is_no_reason_to_speak():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    done = preflight("--port", HOST="127.0.0.1", PORT=port)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_roots_have_french_names_until_somebody_gives_them_others(site):
    pages, files = Page.get_first_root_node(), Collection.get_first_root_node()
    assert (pages.title, files.name) == ("Tout le site", "Sans collection")
    Page.objects.filter(pk=pages.pk).update(title="Cyberworkers")
    Collection.objects.filter(pk=files.pk).update(name="Root")
    call_command("setup_site", verbosity=0)
    assert Page.get_first_root_node().title == "Cyberworkers"
    assert Collection.get_first_root_node().name == "Sans collection"
