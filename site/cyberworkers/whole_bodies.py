"""A body that ends before the length that it announced is none."""


class WholeBodies:
    """A WSGI application that gets an OSError where the body of a request breaks off.

    Such a message is incomplete (RFC 9112, 8), but gunicorn takes the end of the connection for
    the end of the body. Half a file would be stored as if it were whole, and when the visitor
    sends it again, that would pass for a repetition. On an OSError Django reads no form.
    """

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        length = environ.get("CONTENT_LENGTH") or ""
        if length.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
        return self.application(environ, start_response)


class WholeBody:
    """``stream`` with ``length`` bytes; Django never asks for more."""

    def __init__(self, stream, length):
        self.stream, self.left = stream, length
        self.readline = stream.readline  # which nobody reads forms by

    def read(self, size):
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left > 0 and len(data) < size:
            raise OSError("The body ended before the length that it announced.")
        return data
