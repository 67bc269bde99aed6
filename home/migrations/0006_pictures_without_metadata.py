from django.db import migrations


def want_anew(apps, schema_editor):
    """Let the worker make once more what was made with the metadata of its original.

    What is wanted already stays so: the same twice changes nothing.
    """
    rendition = apps.get_model("home", "SiteRendition")
    wanted = apps.get_model("editing", "WantedRendition")
    made = rendition.objects.order_by("image", "filter_spec")
    pairs = made.values_list("image", "filter_spec").distinct()
    rows = [wanted(image_id=image, filter_spec=spec, anew=True) for image, spec in pairs.iterator()]
    wanted.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0012_made_anew"),
        ("home", "0005_blocks_of_the_installed_apps"),
    ]

    operations = [migrations.RunPython(want_anew, migrations.RunPython.noop)]
