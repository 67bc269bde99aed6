"""What interviews offer for the front page.

Each block shows what is published when it is read. What the site picks leaves out the interviews of
the blocks above; what an editor chose is shown wherever it was chosen.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks import InterviewChooser

INTERVIEW = "articles.InterviewPage"


class LeadBlock(blocks.StructBlock):
    interview = InterviewChooser(
        INTERVIEW,
        label=_("Interview"),
        required=False,
        help_text=_("Leave empty to show the latest interview."),
    )

    class Meta:
        label = _("Lead interview")
        icon = "pick"
        template = "articles/blocks/lead.html"
        description = _("One interview with a large image.")
        preview_value = {"interview": None}


class LatestBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)
    count = blocks.IntegerBlock(
        label=_("How many"), min_value=1, max_value=12, default=6, help_text=_("Up to twelve.")
    )

    class Meta:
        label = _("Latest interviews")
        icon = "history"
        template = "articles/blocks/latest.html"
        description = _("The newest interviews that no block above shows.")
        preview_value = {"title": "Derniers entretiens", "count": 3}


class SelectionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)
    interviews = blocks.ListBlock(
        InterviewChooser(INTERVIEW), label=_("Interviews"), min_num=1, max_num=6
    )

    def get_preview_value(self):
        """Show the latest interviews: only real ones can be chosen."""
        page_model = self.child_blocks["interviews"].child_block.target_model
        latest = list(page_model.objects.newest()[:3])
        return self.normalize({"title": "Travailler au village", "interviews": latest})

    class Meta:
        label = _("Selection of interviews")
        icon = "list-ul"
        template = "articles/blocks/selection.html"
        description = _("One to six interviews that you choose, under a title: a dossier.")


class TopicsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)

    class Meta:
        label = _("Topics")
        icon = "tag"
        template = "articles/blocks/topics.html"
        description = _("The topics of which published interviews speak.")
        preview_value = {"title": "Par sujet"}


class PeopleBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)
    count = blocks.IntegerBlock(
        label=_("How many"), min_value=1, max_value=40, default=12, help_text=_("Up to forty.")
    )

    class Meta:
        label = _("People")
        icon = "group"
        template = "articles/blocks/people.html"
        description = _("Those who spoke last, each with a link to their page.")
        preview_value = {"title": "Ils ont la parole", "count": 6}


# Each costs queries; the page has one lead.
BLOCKS = {
    "lead": (LeadBlock(), 1),
    "latest": (LatestBlock(), 2),
    "selection": (SelectionBlock(), 4),
    "topics": (TopicsBlock(), 1),
    "people": (PeopleBlock(), 1),
}
