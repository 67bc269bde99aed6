"""A web process as a reader meets it: the store of answers before Django."""

from wsgiref.util import setup_testing_defaults

from cyberworkers.store.application import PageStore
from cyberworkers.store.warming import Django

MB = 1024 * 1024


class Server:
    """A web process: the store before Django, and how often Django was asked."""

    def __init__(self, limit=MB):
        self.asked = 0
        self.handler = Django()
        self.application = PageStore(self.django, limit)

    def django(self, environ, start_response):
        self.asked += 1
        return self.handler(environ, start_response)

    def get(self, address, method="GET", **headers):
        path, _mark, query = address.partition("?")
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query}
        environ |= {"HTTP_HOST": "testserver", **headers}
        setup_testing_defaults(environ)
        said = {}

        def start_response(status, headers, exc_info=None):
            said.update(status=int(status[:3]), headers=dict(headers))

        body = self.application(environ, start_response)
        said["body"] = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return said
