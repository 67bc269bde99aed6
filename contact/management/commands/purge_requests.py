"""Erase the quote requests that have been kept long enough, or say how many they are."""

from django.core.management.base import BaseCommand
from django.db.models import Count

from contact.law.erasure import purge
from contact.law.retention import due


class Command(BaseCommand):
    help = "Erase the quote requests whose time is up; the worker does it every day."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Count them, erase nothing.")

    def handle(self, *, dry_run, **options):
        counts = due().order_by("state", "language").values_list("state", "language")
        for state, language, count in counts.annotate(Count("pk")):
            self.stdout.write(f"{state}\t{language}\t{count}")
        if dry_run:
            self.stdout.write("Nothing was erased.")
        else:
            self.stdout.write(f"Erased: {purge()}")
