"""What nobody can read in a request's head is a bad request: for anybody, at any address."""

import io
import logging

import pytest

from cyberworkers.answering.log import OneLine
from tests.attack.wire import Request, send

pytestmark = pytest.mark.django_db
ADDRESSES = ["/?q=a", "/en/quote/?q=a", "/cms/login/?next=a", "/healthz/live/?q=a"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; charset=undefined",
        "text/plain; charset=rot13",
        "text/plain; charset=base64",
        "text/plain; charset*=x''y",
        "text/plain; a*=nonsense'en'b%ff",
        "multipart/form-data; charset=hex; boundary=b",
    ],
)
def test_a_charset_that_decodes_no_text_is_a_bad_request(site, address, content_type):
    answer = send(Request("POST", address, {"Content-Type": content_type}, b"a=b"))
    assert answer.status == 400
    assert b"<h1" in answer.body
    assert (b'lang="en"' in answer.body) == address.startswith("/en/")
    assert len(answer.logged) <= 1
    assert not answer.traceback


@pytest.mark.parametrize("content_type", ["text/plain; charset=utf-8", "text/html;", "a;b;;=", ";"])
def test_other_parameters_of_a_content_type_keep_nobody_from_reading(site, content_type):
    assert send(Request("GET", "/?a=b", {"Content-Type": content_type})).status == 200


@pytest.mark.parametrize("name", ["SCRIPT_NAME", "Script-Name", "Script-Url", "Redirect-Url"])
@pytest.mark.parametrize("value", ["/x", "//evil.example", "/\xff"])
def test_no_header_says_where_the_site_is_mounted(site, name, value):
    answer = send(Request("GET", "/cms/login/", {name: value}))
    assert answer.status == 200
    assert b"evil.example" not in answer.body
    assert b'action="/cms/login/"' in answer.body


@pytest.mark.parametrize("host", ["evil.example", "a b", "[::1", "testserver\n", "é" * 1_000])
def test_a_wrong_host_is_one_line_in_the_log(site, host):
    written = io.StringIO()
    handlers = logging.getLogger("django.security").handlers  # pytest's, too
    [console] = [one for one in handlers if isinstance(one.formatter, OneLine)]
    before = console.setStream(written)
    try:
        answer = send(Request("GET", "/cms/", {"Host": host}))
    finally:
        console.setStream(before)
    assert answer.status == 400
    [line] = written.getvalue().splitlines()
    assert "Invalid HTTP_HOST header" in line
    assert len(line) < 500


@pytest.mark.parametrize(
    "address", ["/devis", "/cms/login", "/nulle-part", "/nulle-part/", "/cms/x/", "/a/b.php"]
)
@pytest.mark.parametrize("seal", ["", "csrftoken=" + "a" * 32])
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=\xe9", b"x"),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=b" % n for n in range(10_001))),
        ("application/x-www-form-urlencoded", b"a=" + b"b" * 3_000_000),
    ],
    ids=["no boundary", "no sensible boundary", "many fields", "long"],
)
def test_an_unreadable_form_to_no_address_gets_an_answer(site, address, seal, content_type, body):
    answer = send(Request("POST", address, {"Content-Type": content_type, "Cookie": seal}, body))
    assert answer.status in (301, 400, 403, 404)
    assert not answer.traceback
