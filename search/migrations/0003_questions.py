"""What is suggested while somebody types. The worker enters anew what is in the index already."""

from django.db import migrations, models

NOTE = """
INSERT INTO search_stale (root, key)
SELECT root, key FROM search_document
WHERE NOT EXISTS (
    SELECT 1 FROM search_stale AS s WHERE s.root = search_document.root AND s.key = search_document.key
)
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0002_index")]
    operations = [
        migrations.AddField("document", "questions", models.JSONField(default=dict)),
        migrations.RunSQL(NOTE, migrations.RunSQL.noop),
    ]
