"""An application of a few lines for nginx to ask, which a test tells what to answer."""

import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SHARED = {"Cache-Control": "public, max-age=0, s-maxage=1", "Vary": "Accept-Encoding"}


class Upstream:
    """``asked`` are method, address and headers of what arrived, ``answers`` go by the address."""

    def __init__(self):
        self.asked, self.answers, self.pause = [], {}, 0
        self.lock = threading.Lock()

    def says(self, address, body="page", status=200, **headers):
        """Answer ``address`` with ``body``; headers as ``Cache_Control="private"``."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[address] = status, named or SHARED, body

    def answer(self, handler):
        length = int(handler.headers.get("Content-Length") or 0)
        handler.rfile.read(length)
        with self.lock:
            self.asked.append((handler.command, handler.path, dict(handler.headers)))
        time.sleep(self.pause)
        status, headers, body = self.answers.get(handler.path, (404, {}, "not here"))
        etag = headers.get("ETag")
        if etag and handler.headers.get("If-None-Match") == etag:
            status, body = 304, ""
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        if status != 304:
            handler.send_header("Content-Length", str(len(body.encode())))
        with suppress(ConnectionError):  # who asked went away
            handler.end_headers()
            handler.wfile.write(body.encode())


@contextmanager
def serve(upstream, port):
    """Answer at ``port`` as ``upstream`` says, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 - the name that http.server calls
            upstream.answer(self)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *arguments):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 300

    server = Server(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield upstream
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
