from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations

# Not in the model's Meta: SQLite has no index of this kind, and needs none.
INDEX = GinIndex(SearchVector("search_text", config="simple"), name="request_words")


def add_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.add_index(apps.get_model("contact", "QuoteRequest"), INDEX)


def remove_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.remove_index(apps.get_model("contact", "QuoteRequest"), INDEX)


class Migration(migrations.Migration):
    dependencies = [("contact", "0003_fill_new_columns")]

    operations = [
        migrations.RemoveField("quoterequest", "spam_reason"),
        migrations.RunPython(add_index, remove_index),
    ]
