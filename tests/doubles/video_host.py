"""A video host on this machine, to which every https connection of the site goes."""

import http.client
import io
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image


def picture(kind="JPEG", size=(480, 360)):
    content = io.BytesIO()
    Image.new("RGB", size, "teal").save(content, kind)
    return content.getvalue()


class VideoHost:
    """``answers`` are status, type and body for each path; ``asked`` are the host names."""

    def __init__(self):
        self.asked = []
        self.answers = {}
        self.says()
        self.shows(picture())

    def says(self, **description):
        known = {
            "title": "Le chantier",
            "author_name": "Mairie de Brume",
            "thumbnail_url": "https://i.ytimg.com/vi/ab_CD-12345/hqdefault.jpg",
            "html": "<script>",
        }
        body = json.dumps(known | description).encode()
        self.answers["/oembed"] = 200, "application/json", body

    def shows(self, body, kind="image/jpeg", status=200):
        self.answers["/vi/ab_CD-12345/hqdefault.jpg"] = status, kind, body

    def answer(self, handler):
        status, kind, body = self.answers.get(handler.path.split("?")[0], (404, "text/plain", b""))
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Location", "https://evil.example/")
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def serve(host):
    """Answer as ``host`` does; yield a class of connections that all go there."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 - the name that http.server calls
            host.answer(self)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()

    class ToHost(http.client.HTTPConnection):
        def __init__(self, name, **options):
            host.asked.append(name)
            super().__init__("127.0.0.1", server.server_port, **options)

    try:
        yield ToHost
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
