"""A short attack of every kind of request; `make attack` sends 20,000."""

import pytest

from tests.attack.siege import Siege
from tests.attack.world import World

pytestmark = pytest.mark.django_db
REQUESTS = 80


def test_nothing_that_is_sent_breaks_the_site(site):
    siege = Siege(World(), requests=REQUESTS, seconds=600, seed=14).run()
    assert siege.sent == REQUESTS
    assert not siege.findings, "\n".join(map(str, siege.findings.values()))
