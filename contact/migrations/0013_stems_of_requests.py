from django.db import migrations

from contact.requests.words import searchable


def add_stems(apps, schema_editor):
    """Let the requests that are stored be found by the stems of their words, too."""
    requests = apps.get_model("contact", "QuoteRequest").objects
    for stored in requests.only("search_text").iterator(chunk_size=500):
        stored.search_text = searchable([stored.search_text])
        stored.save(update_fields=["search_text"])


class Migration(migrations.Migration):
    dependencies = [("contact", "0012_words_of_notes")]

    operations = [migrations.RunPython(add_stems, migrations.RunPython.noop)]
