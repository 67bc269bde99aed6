import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.WAGTAILIMAGES_IMAGE_MODEL),
        ("editing", "0010_what_nobody_reads"),
    ]

    operations = [
        migrations.CreateModel(
            name="WantedRendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(max_length=255)),
                ("not_before", models.DateTimeField(default=django.utils.timezone.now)),
                ("failed", models.BooleanField(default=False)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAILIMAGES_IMAGE_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("image", "filter_spec"), name="wanted_once")
                ],
            },
        ),
    ]
