"""Bring database, static files, pages and roles up to date: after an installation, an upgrade."""

import gc

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Do what has to be done before a start, in one process; nothing where all is done."

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="Load the demo, too, once.")

    def handle(self, *, demo, **options):
        # What is loaded stays. To look through it for garbage is 40 % of what migrations take.
        gc.freeze()
        steps = [("migrate", {})]
        if not settings.DEBUG:  # while developing, files are served as they are
            steps.append(("collectstatic", {"interactive": False}))
        steps.append(("setup_site", {}))
        if demo:
            steps.append(("demo", {}))
        for name, how in steps:
            self.stdout.write(f"· {name}")
            self.stdout.flush()
            try:
                call_command(name, verbosity=0, stdout=self.stdout, **how)
            except Exception as error:
                raise CommandError(f"`manage.py {name}` failed: {error}") from error
