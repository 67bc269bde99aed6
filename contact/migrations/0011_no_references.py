"""Requests are no longer counted among what uses a page."""

from django.db import migrations


def forget(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    ReferenceIndex = apps.get_model("wagtailcore", "ReferenceIndex")
    kind = ContentType.objects.filter(app_label="contact", model="quoterequest")
    ReferenceIndex.objects.filter(content_type__in=kind).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0010_share_image"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0078_referenceindex"),
    ]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
