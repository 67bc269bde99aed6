"""Clients that announce a form and send two bytes of it."""

import socket
from contextlib import ExitStack, contextmanager

HEAD = (
    "POST /devis/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: {address}\r\n"
    "Content-Length: 1000\r\n\r\nab"
)


@contextmanager
def slow_clients(port, count, address):
    """Yield the connections of ``count`` of them, behind a proxy that names their address."""
    with ExitStack() as stack:
        connections = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=40))
            for _ in range(count)
        ]
        for connection in connections:
            connection.sendall(HEAD.format(address=address).encode())
        yield connections
