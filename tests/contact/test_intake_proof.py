"""No request is lost and none is double, whatever dies meanwhile (at length: `make prove`)."""

import pytest

from tests.load import intake
from tests.load.database import right


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_a_visitor_was_promised_is_stored_once_and_mailed():
    rows = intake.prove(60, every=(6, 7))
    assert right(rows), rows
