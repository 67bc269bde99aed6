"""What a migration does with what is there."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def migrated(*targets):
    """Migrate to ``targets``; return the models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return executor.loader.project_state(list(targets)).apps


@pytest.fixture(autouse=True)
def newest_afterwards():
    yield
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_the_levels_of_the_checklist_that_were_set_are_kept_and_can_be_put_back():
    old = migrated(("editing", "0008_prerendered")).get_model("editing", "ChecklistSettings")
    old.objects.all().delete()
    old.objects.create(standfirst="off", agreement="required")
    new = migrated(("editing", "0009_checklist_levels")).get_model("editing", "ChecklistSettings")
    assert new.objects.get().levels == {"standfirst": "off", "agreement": "required"}
    old = migrated(("editing", "0008_prerendered")).get_model("editing", "ChecklistSettings")
    row = old.objects.get()
    assert (row.standfirst, row.agreement, row.topics) == ("off", "required", "recommended")
