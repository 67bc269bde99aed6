"""How many queries a page takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.steps.pictures import make_all


def queries(client, address, status=200):
    """Return how many queries a view takes, with the renditions that the first one missed.

    That is with what is kept between requests: see `cyberworkers.store.kept`.
    """
    for _view in range(2):
        assert client.get(address).status_code == status
        make_all()
    return count(client, address)


def first_queries(client, address, status=200):
    """Return how many queries the first view after a change takes, with nothing kept.

    The pictures are made already.
    """
    assert client.get(address).status_code == status
    make_all()
    forget()
    return count(client, address)


def count(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def forget():
    """Change something that readers see, as every publication does."""
    from wagtail.models import Site

    site = Site.objects.get()
    Site.objects.filter(pk=site.pk).update(site_name=f"{site.site_name}.")
