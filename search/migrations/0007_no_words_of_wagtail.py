"""Wagtail's own index in the database is used no more: neither are its rows, nor ours on it."""

from django.db import migrations

MAKE = 'CREATE INDEX "search_all_words" ON "wagtailsearch_indexentry" USING gin (("title" || "body"))'
REMOVE = 'DROP INDEX IF EXISTS "search_all_words"'


def remove(apps, schema_editor):
    schema_editor.execute('DELETE FROM "wagtailsearch_indexentry"')
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(REMOVE)


def make(apps, schema_editor):
    """Bring the index back; ``update_index`` fills it."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


class Migration(migrations.Migration):
    dependencies = [("search", "0006_listed")]
    operations = [migrations.RunPython(remove, make)]
