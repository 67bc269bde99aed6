"""What changed for readers."""

from django.db import models


class Change(models.Model):
    """A transaction in which something changed that readers see. Triggers write it, see `triggers`.

    On PostgreSQL a row of its own for each, so that none waits for another; the worker makes one
    of many (`generation.tidy`). On SQLite, where one at a time writes, there is one row.
    """

    transaction = models.BigIntegerField(primary_key=True)
    token = models.CharField(max_length=36)  # never the same twice
    statement = models.DateTimeField(null=True)  # the last one that changed something

    wagtail_reference_index_ignore = True
    never_shown = True

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.token
