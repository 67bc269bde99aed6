"""An index on what a search asks PostgreSQL for: title and text together.

Wagtail's own are on each of them alone, which serve no statement that it makes: it would take
the words of every page out of storage to count the few that have one.
"""

from django.db import migrations

MAKE = 'CREATE INDEX "search_all_words" ON "wagtailsearch_indexentry" USING gin (("title" || "body"))'
REMOVE = 'DROP INDEX IF EXISTS "search_all_words"'


def on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunPython(on_postgresql(MAKE), on_postgresql(REMOVE))]
