import pytest

from tests.server.site import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The web server as production runs it, on an empty database that no answer here needs."""
    with Server(tmp_path_factory.mktemp("server")) as server:
        yield server
