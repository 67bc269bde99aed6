"""Make what every installation has: languages, pages, roles, workflow."""

from django.core.management.base import BaseCommand

from editing.share_image.studio import want_all
from home.navigation import uses
from home.setup.replies import make_replies, missing_confirmations
from home.setup.roles import apply_roles
from home.setup.synonyms import make_synonyms
from home.setup.tree import follow_address, make_tree, name_roots
from home.setup.workflow import apply_workflow


class Command(BaseCommand):
    help = "Make languages, pages, roles, workflow, texts; keep edits. Follows SITE_URL."

    def handle(self, **options):
        name_roots()
        made = make_tree()
        follow_address()
        apply_roles()
        apply_workflow()
        make_replies()
        make_synonyms()
        want_all()
        uses.enter()
        self.stdout.write("The pages were made." if made else "The pages are there already.")
        for sentence in missing_confirmations():
            self.stdout.write(sentence)
