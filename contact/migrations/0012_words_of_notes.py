from django.db import migrations

from contact.requests.words import searchable


def add_words(apps, schema_editor):
    """Let the requests that have notes be found by them."""
    QuoteRequest = apps.get_model("contact", "QuoteRequest")
    noted = QuoteRequest.objects.filter(notes__isnull=False).distinct().only("search_text")
    for stored in noted.iterator():
        stored.search_text += searchable(stored.notes.values_list("text", flat=True))
        stored.save(update_fields=["search_text"])


class Migration(migrations.Migration):
    dependencies = [("contact", "0011_no_references")]

    operations = [migrations.RunPython(add_words, migrations.RunPython.noop)]
