"""Bring database, static files, pages and roles up to date: after an installation, an upgrade."""

import gc

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cyberworkers.static_files import collect


class Command(BaseCommand):
    help = "Do what has to be done before a start, in one process; nothing where all is done."

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="Load the demo, too, once.")

    def handle(self, *, demo, **options):
        # What is loaded stays. To look through it for garbage is 40 % of what migrations take.
        gc.freeze()
        steps = ["migrate", "setup_site"]
        if not settings.DEBUG:  # while developing, files are served as they are
            steps.insert(1, "collectstatic")
        if demo:
            steps.append("demo")
        for name in steps:
            self.stdout.write(f"· {name}")
            self.stdout.flush()
            try:
                if name == "collectstatic":
                    collect()
                else:
                    call_command(name, verbosity=0, stdout=self.stdout)
            except Exception as error:
                raise CommandError(f"`manage.py {name}` failed: {error}") from error
