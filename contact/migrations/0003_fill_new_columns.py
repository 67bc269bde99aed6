from django.db import migrations

from contact.requests.models import as_text
from contact.requests.words import searchable


def fill(apps, schema_editor):
    """Give the requests that are there what new ones get when they come in."""
    QuoteRequest = apps.get_model("contact", "QuoteRequest")
    for stored in QuoteRequest.objects.select_related("page").iterator():
        texts = [as_text(answer["value"]) for answer in stored.answers]
        stored.search_text = searchable(
            [stored.reference, stored.name, stored.company, stored.email, *texts]
        )
        stored.spam_reasons = [stored.spam_reason] if stored.spam_reason else []
        stored.page_title = stored.page.title if stored.page else ""
        stored.last_contact = stored.submit_time
        stored.save()


class Migration(migrations.Migration):
    dependencies = [("contact", "0002_handled_requests")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
