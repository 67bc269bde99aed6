"""What is the same for everybody is rendered once, and right at once after any change."""

import gzip
from threading import Barrier, Thread

import brotli
import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from cyberworkers.store import application
from tests import factories
from tests.steps.pictures import make_all
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(site):
    return Server()


def warm(server, address):
    """Return whether the second of two visits was answered without Django."""
    server.get(address)
    asked = server.asked
    server.get(address)
    return server.asked == asked


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/en/",
        "/entretiens/",
        "/entretiens/?page=1&utm_source=lettre",
        "/entretiens/sujet/fibre/",
        "/entretiens/flux/",
        "/sitemap.xml",
        "/robots.txt",
    ],
)
def test_is_rendered_once(server, address):
    factories.interview()
    assert server.get(address)["status"] == 200
    assert warm(server, address)


@pytest.mark.parametrize(
    "address",
    ["/devis/", "/recherche/?q=fibre", "/nulle-part/", "/entretiens/?autre=1", "/cms/login/"],
)
def test_is_never_kept(server, address):
    assert not warm(server, address)


def test_a_private_page_is_never_kept(server):
    page = factories.interview()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert server.get(page.url)["status"] == 302
    assert not warm(server, page.url)


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "a=b; messages=c"},
        {"HTTP_AUTHORIZATION": "Basic abc"},
        {"HTTP_RANGE": "bytes=0-5"},
    ],
)
def test_who_may_see_something_else_gets_an_answer_of_their_own(server, headers):
    server.get("/")
    asked = server.asked
    answer = server.get("/", **headers)
    assert server.asked == asked + 1
    assert ("s-maxage" in answer["headers"].get("Cache-Control", "")) == (
        "sessionid" not in headers.get("HTTP_COOKIE", "")
    )


def test_a_change_is_seen_at_once(server):
    page = factories.interview("Avant")
    assert b"Avant" in server.get(page.url)["body"]
    Page.objects.filter(pk=page.pk).update(title="Après")
    assert "Après" in server.get(page.url)["body"].decode()


def test_what_changes_while_a_page_is_rendered_is_in_the_next_answer(site):
    page = factories.interview("Avant")
    server = Server()

    def change_meanwhile(environ, start_response):
        body = [b"".join(server.handler(environ, start_response))]
        Page.objects.filter(pk=page.pk).update(title="Après")
        return body

    server.application.application = change_meanwhile
    assert b"Avant" in server.get(page.url)["body"]
    server.application.application = server.django
    assert "Après" in server.get(page.url)["body"].decode()


def test_a_page_that_comes_up_is_kept_from_then_on(server):
    page = factories.interview(live=False)
    assert server.get(page.url)["status"] == 404
    page.save_revision().publish()
    assert server.get(page.url)["status"] == 200
    assert warm(server, page.url)


def test_another_process_finds_what_one_has_made(server):
    server.get("/")
    other = Server()
    assert other.get("/")["body"] == server.get("/")["body"]
    assert other.asked == 0


def test_other_code_does_not_find_it(server, monkeypatch):
    server.get("/")
    monkeypatch.setattr(application, "release", lambda: "the next one")
    other = Server()
    other.get("/")
    assert other.asked == 1


def test_without_the_cache_of_all_processes_each_still_keeps_its_own(server, monkeypatch):
    def broken(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr(caches["pages"], "get", broken)
    monkeypatch.setattr(caches["pages"], "set", broken)
    assert warm(server, "/")


def test_without_a_generation_django_answers(server, monkeypatch):
    monkeypatch.setattr(application.generation, "current", lambda: None)
    assert server.get("/")["status"] == 200
    assert not warm(server, "/")


def test_off_keeps_nothing_and_compresses_all_the_same(site):
    server = Server(limit=0)
    assert not warm(server, "/")
    assert server.get("/", HTTP_ACCEPT_ENCODING="br")["headers"]["Content-Encoding"] == "br"


def test_a_reader_who_has_it_gets_no_body(server):
    tag = server.get("/")["headers"]["ETag"]
    answer = server.get("/", HTTP_IF_NONE_MATCH=f'"old", W/{tag}')
    assert (answer["status"], answer["body"]) == (304, b"")
    assert answer["headers"]["ETag"] == tag
    factories.interview("Tout neuf").save_revision().publish()
    assert server.get("/", HTTP_IF_NONE_MATCH=tag)["status"] == 200


def test_a_head_is_that_of_the_answer(server):
    whole = server.get("/")
    head = server.get("/", method="HEAD")
    assert (head["headers"], head["body"]) == (whole["headers"], b"")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("br;q=0.000", None),
        ("", None),
    ],
)
def test_it_is_compressed_as_the_browser_can_read_it(server, accepted, encoding):
    plain = server.get("/")["body"]
    answer = server.get("/", HTTP_ACCEPT_ENCODING=accepted)
    assert answer["headers"].get("Content-Encoding") == encoding
    assert answer["headers"]["Content-Length"] == str(len(answer["body"]))
    undo = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert undo(answer["body"]) == plain


def test_encodings_have_tags_of_their_own(server):
    tags = {server.get("/", HTTP_ACCEPT_ENCODING=name)["headers"]["ETag"] for name in ("", "br")}
    assert len(tags) == 2


def test_caches_in_front_are_told_seconds_and_browsers_to_ask(server):
    headers = server.get("/")["headers"]
    assert headers["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=2"
    assert headers["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in headers


def test_the_language_of_the_browser_changes_nothing(visiteur):
    assert "Accept-Language" not in visiteur.get("/devis/").headers.get("Vary", "")


def test_memory_is_bounded(site):
    factories.interview()
    small = Server(limit=1)
    caches["pages"].clear()
    assert small.get("/")["status"] == 200
    assert not small.application.memory.answers


def test_what_lacks_a_picture_is_not_kept(server):
    image = factories.image()
    page = factories.interview(hero_image=image)
    name, content = image.file.name, image.file.read()
    image.file.storage.delete(name)
    for address in (page.url, "/nulle-part/"):
        assert b"pylone" not in server.get(address)["body"]
    image.file.storage.save(name, ContentFile(content))
    make_all()
    for address in (page.url, "/nulle-part/"):
        assert b"pylone" in server.get(address)["body"]
    assert warm(server, page.url)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_wait_for_one_rendering(site):
    server = Server()
    start = Barrier(20)
    statuses = []

    def visit():
        start.wait()
        statuses.append(server.get("/")["status"])
        connection.close()

    threads = [Thread(target=visit) for _number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 20
    assert server.asked == 1
