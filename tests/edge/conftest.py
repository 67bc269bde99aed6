"""nginx, and an application behind it."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.edge.install import find
from tests.edge.nginx import Edge
from tests.edge.upstream import Upstream, serve


@pytest.fixture
def edge(tmp_path):
    """nginx with nothing behind it."""
    if not find():
        pytest.skip("nginx is not installed: see tests/edge/install.py")
    edge = Edge(tmp_path)
    edge.configure()
    with edge.running():
        yield edge


@pytest.fixture
def application(edge):
    """The application behind nginx; its ``stop`` ends it."""
    upstream = Upstream()
    with ExitStack() as stack:
        stack.enter_context(serve(upstream, edge.behind))
        upstream.stop = stack.close
        yield upstream


def put(edge, path, text="file"):
    """Lay a file into the site's var/."""
    file = Path(edge.root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
