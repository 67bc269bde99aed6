"""How many queries a page takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries(client, address):
    """Return how many queries the second view takes: the first fills caches and renditions."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
