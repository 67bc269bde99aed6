from django.db import migrations


class Migration(migrations.Migration):
    """What was called Showing is called as the web calls it; its table stays."""

    dependencies = [("editing", "0007_checklist_image_size")]

    operations = [
        migrations.AlterModelTable("Showing", "editing_showing"),
        migrations.RenameModel("Showing", "Prerendered"),
    ]
