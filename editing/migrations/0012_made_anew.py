from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("editing", "0011_wanted_renditions")]

    operations = [
        migrations.AddField("wantedrendition", "anew", models.BooleanField(default=False)),
    ]
