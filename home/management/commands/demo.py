"""Load the demo content and accounts, once."""

from django.core.management.base import BaseCommand
from django.db import transaction

from contact.models import QuotePage
from home.demo.accounts import make_accounts
from home.demo.content import load_content
from home.demo.identity import fill_identity
from home.models import SiteSettings


class Command(BaseCommand):
    help = "Load the demo content and accounts, unless that was done before."

    @transaction.atomic
    def handle(self, **options):
        settings = SiteSettings.load()
        if settings.demo:
            self.stdout.write("The demo is there already.")
            return
        load_content()
        make_accounts()
        fill_identity()
        QuotePage.objects.filter(to_address="").update(to_address="devis@cyberworkers.example")
        settings.demo = True
        settings.save()
        self.stdout.write("The demo was loaded.")
