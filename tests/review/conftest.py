"""Those who review, and a text that waits for them."""

import pytest

from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps import reviewing


@pytest.fixture
def relectrice(site):
    """A second reviewer."""
    return signed_in(account("relectrice", roles.REVIEWER))


@pytest.fixture
def adjointe(site):
    """A second editor in chief."""
    return signed_in(account("adjointe", roles.CHIEF))


@pytest.fixture
def page(redactrice):
    """A text that the writer has submitted."""
    page = reviewing.standard_page(redactrice.user)
    reviewing.submit(redactrice, page, body="<p>Un texte fini.</p>")
    return page
