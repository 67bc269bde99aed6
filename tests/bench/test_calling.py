"""`make bench` calls an application as a server does."""

from tests.bench.gauges.calling import call


def echo(environ, start_response):
    start_response("201 Created", [("X-Path", environ["PATH_INFO"])])
    length = int(environ.get("CONTENT_LENGTH", 0))
    return [
        environ["REQUEST_METHOD"].encode(),
        f" {environ['QUERY_STRING']} {environ.get('HTTP_IF_NONE_MATCH')} ".encode(),
        environ["wsgi.input"].read(length),
    ]


def test_path_query_and_headers_reach_it():
    answer = call(echo, "/entretiens/?q=%C3%A9", {"If-None-Match": '"a"'})
    assert (answer.status, answer.headers) == (201, {"X-Path": "/entretiens/"})
    assert answer.body == b'GET q=%C3%A9 "a" '


def test_a_body_reaches_it():
    assert call(echo, "/", method="POST", body=b"name=x").body.endswith(b"name=x")


def test_what_it_returns_is_closed():
    class Chunks(list):
        closed = False

        def close(self):
            self.closed = True

    chunks = Chunks([b"a", b"b"])

    def application(environ, start_response):
        start_response("200 OK", [])
        return chunks

    assert call(application, "/").body == b"ab"
    assert chunks.closed
