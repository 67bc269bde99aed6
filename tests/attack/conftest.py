import pytest

from tests.conftest import account, signed_in


@pytest.fixture
def admin(site):
    """Who may do everything; answers come as the server gives them, broken ones too."""
    client = signed_in(account("admin", None))
    client.raise_request_exception = False
    return client


@pytest.fixture(autouse=True)
def as_the_server_answers(request):
    for name in ("cheffe", "redactrice", "traductrice", "commercial", "visiteur"):
        if name in request.fixturenames:
            request.getfixturevalue(name).raise_request_exception = False
