import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0012_made_anew"),
        ("wagtailcore", "0094_alter_page_locale"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "autosavedrevision", "begun", models.DateTimeField(default=django.utils.timezone.now)
        ),
        migrations.AddField("autosavedrevision", "fullest", models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            "PinnedRevision",
            fields=[
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="pin",
                        serialize=False,
                        to="wagtailcore.revision",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name of this version")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"default_permissions": []},
        ),
    ]
