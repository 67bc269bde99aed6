from django.db import migrations, models
from django.utils import timezone

# With a default for the rows, so that it can be undone.
UNREAD = [
    ("BinnedPage", "was_live", models.BooleanField(default=False)),
    ("PublicationProblem", "since", models.DateTimeField(default=timezone.now)),
    ("PublicationProblem", "last_try", models.DateTimeField(default=timezone.now)),
]


class Migration(migrations.Migration):
    """Columns that were written and never read."""

    dependencies = [("editing", "0009_checklist_levels")]

    operations = [
        operation
        for model, name, field in UNREAD
        for operation in (
            migrations.AlterField(model, name, field),
            migrations.RemoveField(model, name),
        )
    ]
