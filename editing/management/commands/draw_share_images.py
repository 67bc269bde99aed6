"""Draw every missing or outdated share image now; the worker does the same by and by."""

from django.core.management.base import BaseCommand

from editing.models import ShareImage
from editing.share_image.studio import draw_wanted, want_all


class Command(BaseCommand):
    help = "Draw the share images that are missing or outdated."

    def handle(self, **options):
        want_all()
        while ShareImage.objects.filter(wanted__isnull=False).exists():
            draw_wanted()
        drawn = ShareImage.objects.exclude(file="").count()
        self.stdout.write(f"{drawn} share images are there.")
