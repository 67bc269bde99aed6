from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contact", "0005_arrivals")]

    operations = [
        migrations.AddIndex(
            model_name="quoterequest",
            index=models.Index(
                condition=models.Q(("state__in", ["new", "in_progress"])),
                fields=["-submit_time", "-id"],
                name="newest_open",
            ),
        ),
    ]
