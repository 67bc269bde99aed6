"""A cache that fails is a miss: every page is answered, and readiness says that it fails."""

import socket
import time

import pytest
from django.core.cache import caches
from django.test import Client

from contact.models import QuoteRequest
from cyberworkers import environment
from tests import factories
from tests.steps.quote_form import post
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/entretiens/", "/devis/", "/recherche/?q=fibre", "/en/", "/sitemap.xml"]


def cache(settings, url):
    default = environment.cache(url)
    settings.CACHES = {"default": default, "pages": environment.pages_cache(default)}


def everything_works(client):
    server = Server()
    for address in ADDRESSES:
        assert server.get(address)["status"] == 200
        assert Client().get(address).status_code == 200
    for address in ("/cms/", "/cms/pages/", "/cms/images/"):
        assert client.get(address).status_code == 200
    page = factories.interview("Un autre")
    page.save_revision().publish()
    assert "Un autre" in server.get("/entretiens/")["body"].decode()
    assert post(Client()).status_code == 302
    assert QuoteRequest.objects.count() == 1


def ready():
    return Client().get("/healthz/ready/").json()["cache"]


def test_a_folder_that_cannot_be_written(settings, cheffe, tmp_path, caplog):
    (tmp_path / "file").touch()
    cache(settings, f"filecache://{tmp_path}/file/cache")
    everything_works(cheffe)
    assert ready() == "failing"
    assert caplog.text.count("The cache fails") == 1


def test_a_folder_that_vanishes_is_made_again(settings, cheffe, tmp_path):
    cache(settings, f"filecache://{tmp_path}/cache")
    everything_works(cheffe)
    for file in sorted(tmp_path.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    assert Server().get("/")["status"] == 200
    assert ready() == "ok"


@pytest.mark.parametrize("garbage", [b"", b"\x80", b"garbage" * 100, b"\x80\x04K\x01."])
def test_files_full_of_garbage(settings, cheffe, tmp_path, garbage):
    cache(settings, f"filecache://{tmp_path}")
    everything_works(cheffe)
    files = list(tmp_path.rglob("*.djcache"))
    assert files
    for file in files:
        file.write_bytes(garbage)
    QuoteRequest.objects.all().delete()
    for address in ADDRESSES:
        assert Server().get(address)["status"] == 200
    assert cheffe.get("/cms/").status_code == 200
    caches["default"].clear()


def test_a_server_that_is_not_there(settings, cheffe):
    cache(settings, "redis://127.0.0.1:1/0")
    everything_works(cheffe)
    assert ready() == "failing"


def test_a_server_that_says_nothing_is_waited_for_once(settings, cheffe):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        cache(settings, f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        begun = time.monotonic()
        for address in ADDRESSES:
            assert Client().get(address).status_code == 200
        assert time.monotonic() - begun < 6
        assert ready() == "failing"
