"""What nginx lets through, what it tells the application, and what comes from the disk."""

import re
import shutil
import socket
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from tests.edge.conftest import put
from tests.edge.install import find
from tests.edge.nginx import CONF, HOST, Edge


def test_the_application_hears_who_asks_and_how(edge, application):
    application.says("/")
    edge.ask("/", X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="gopher")
    headers = application.asked[0][2]
    assert headers["Host"] == HOST
    assert headers["X-Forwarded-Proto"] == "http"
    assert headers["X-Forwarded-For"] == "203.0.113.9, 127.0.0.1"


def test_a_slow_visitor_never_reaches_the_application(edge, application):
    application.says("/devis/")
    with socket.create_connection(("127.0.0.1", edge.port), timeout=10) as slow:
        head = f"POST /devis/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 1000\r\n\r\nab"
        slow.sendall(head.encode())
        time.sleep(0.5)
        assert application.asked == []
        slow.sendall(b"c" * 998)
        assert b"200 OK" in slow.recv(1000)
    assert len(application.asked) == 1


def test_bodies_are_as_large_as_the_settings_let_them_be():
    sizes = re.findall(r"client_max_body_size (\d+)m;", CONF.read_text())
    assert [int(size) for size in sizes] == [settings.MAX_BODY_MB, settings.MAX_CMS_BODY_MB]


@pytest.mark.parametrize(("path", "page"), [("/devis/", "too-large"), ("/cms/", "too-large-cms")])
def test_larger_ones_are_refused_before_they_are_read(edge, application, path, page):
    put(edge, f"static/errors/{page}.fr.html", page)
    answer = edge.ask(path, "POST", Content_Length=str(301 * 1024 * 1024))
    assert (answer.status, answer.text) == (413, page)
    assert application.asked == []


def test_large_headers_are_refused(edge, application):
    application.says("/")
    assert edge.ask("/", Cookie="a=" + "b" * 7_000).status == 200
    assert edge.ask("/", Cookie="a=" + "b" * 9_000).status == 400


def test_who_sends_without_end_is_slowed_down_and_readers_beside_them_are_not(edge, application):
    put(edge, "static/errors/too-many.fr.html", "too many")
    for path in ("/devis/", "/audience/view/", "/cms/", "/"):
        application.says(path, Cache_Control="no-store")
    sent = [edge.ask("/devis/", "POST", "a=b") for _ in range(30)]
    assert [answer.status for answer in sent[:20]] == [200] * 20
    assert (sent[-1].status, sent[-1].text) == (429, "too many")
    assert edge.ask("/audience/view/", "POST", "a=b").status == 200
    assert edge.ask("/cms/", "POST", "a=b").status == 200
    with ThreadPoolExecutor(50) as readers:
        assert set(readers.map(lambda _: edge.ask("/").status, range(300))) == {200}


def test_static_files_come_from_the_disk_and_for_a_year_where_their_name_is_of_what_they_hold(edge):
    put(edge, "static/css/site.0123456789ab.css", "body {}")
    put(edge, "static/css/site.0123456789ab.css.gz", "compressed")
    put(edge, "static/css/site.css", "body {}")
    answer = edge.ask("/static/css/site.0123456789ab.css")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["Content-Type"], answer.text) == ("text/css", "body {}")
    answer = edge.ask("/static/css/site.0123456789ab.css", Accept_Encoding="gzip, br")
    assert (answer.headers["Content-Encoding"], answer.text) == ("gzip", "compressed")
    assert edge.ask("/static/css/site.css").headers["Cache-Control"] == "no-cache"
    assert edge.ask("/static/none.css").status == 404


def test_renditions_come_from_the_disk_and_nothing_else_of_the_media(edge, application):
    put(edge, "media/images/a.width-800.jpg", "0123456789")
    secret = "original_images/a.jpg", "documents/a.pdf", "images/sub/a.jpg"
    for path in secret:
        put(edge, f"media/{path}", "secret")
    for path in ("private/a.pdf", "db.sqlite3", "demo-accounts.txt"):
        put(edge, path, "secret")
    answer = edge.ask("/media/images/a.width-800.jpg", Range="bytes=2-4")
    assert (answer.status, answer.text) == (206, "234")
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    etag = answer.headers["ETag"]
    assert edge.ask("/media/images/a.width-800.jpg", If_None_Match=etag).status == 304
    for path in (
        *(f"/media/{path}" for path in secret),
        "/media/images/../original_images/a.jpg",
        "/media/images/%2e%2e/original_images/a.jpg",
        "/media/images/..%2foriginal_images%2fa.jpg",
        "/static/../db.sqlite3",
        "/static/%2e%2e/private/a.pdf",
        "/static../db.sqlite3",
        "/private/a.pdf",
        "/db.sqlite3",
    ):
        assert edge.ask(path).status in (400, 404), path
        assert "secret" not in edge.ask(path).text


def test_behind_tls_it_speaks_http_2_and_plain_addresses_lead_there(tmp_path):
    if not find() or not shutil.which("openssl"):
        pytest.skip("nginx or openssl is not installed: see tests/edge/install.py")
    edge = Edge(tmp_path)
    certificate(tmp_path)
    edge.configure(tls=True)
    with edge.running():
        context = ssl.create_default_context(cafile=tmp_path / "fullchain.pem")
        context.set_alpn_protocols(["h2", "http/1.1"])
        with (
            socket.create_connection(("127.0.0.1", edge.port), timeout=10) as plain,
            context.wrap_socket(plain, server_hostname=HOST) as secure,
        ):
            assert secure.selected_alpn_protocol() == "h2"
        edge.port = edge.plain_port
        answer = edge.ask("/entretiens/?page=2")
        assert answer.status == 301
        assert answer.headers["Location"] == f"https://{HOST}/entretiens/?page=2"


def certificate(folder):
    """Make a certificate for HOST that signs itself, with nginx's own library."""
    options = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-days", "2"]
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    command = ["openssl", "req", *options, *names, *files]
    subprocess.run(command, check=True, capture_output=True)
