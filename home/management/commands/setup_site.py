"""Make what every installation has: languages, pages, roles, workflow."""

from django.core.management.base import BaseCommand

from home.roles import apply_roles
from home.tree import follow_address, make_tree
from home.workflow import apply_workflow


class Command(BaseCommand):
    help = "Make languages, pages, roles and workflow; keep what editors made. Follows SITE_URL."

    def handle(self, **options):
        made = make_tree()
        follow_address()
        apply_roles()
        apply_workflow()
        self.stdout.write("The pages were made." if made else "The pages are there already.")
