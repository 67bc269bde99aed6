from django.db import migrations, models

# The columns, one for each item, and what each held where nobody had set it.
DEFAULTS = {
    "standfirst": "required",
    "exchange": "required",
    "alternative_texts": "required",
    "broken_links": "required",
    "translated": "required",
    "search_description": "recommended",
    "image_credits": "recommended",
    "image_size": "recommended",
    "topics": "recommended",
    "video_transcripts": "recommended",
    "agreement": "recommended",
}


def keep_what_was_set(apps, schema_editor):
    for row in apps.get_model("editing", "ChecklistSettings").objects.all():
        held = {key: getattr(row, key) for key in DEFAULTS}
        row.levels = {key: level for key, level in held.items() if level != DEFAULTS[key]}
        row.save()


def put_back(apps, schema_editor):
    for row in apps.get_model("editing", "ChecklistSettings").objects.all():
        for key, default in DEFAULTS.items():
            setattr(row, key, row.levels.get(key, default))
        row.save()


class Migration(migrations.Migration):
    """The levels under the keys of the checks, so that a new check needs no migration."""

    dependencies = [("editing", "0008_prerendered")]

    operations = [
        migrations.AddField("ChecklistSettings", "levels", models.JSONField(default=dict)),
        migrations.RunPython(keep_what_was_set, put_back),
        *[migrations.RemoveField("ChecklistSettings", key) for key in DEFAULTS],
    ]
