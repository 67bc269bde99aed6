"""The blocks of an interview."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.loading import partial
from articles.video.block import VideoBlock
from cyberworkers import blocks as shared
from cyberworkers.answering.asked import known_each
from cyberworkers.answering.choosers import KnownSnippet, MayVanish
from cyberworkers.remembered.blocks import KeptBlock


class AnswerBlock(blocks.StructBlock):
    speaker = KnownSnippet(
        "articles.Person",
        label=_("Speaker"),
        required=False,
        help_text=_("Only when several people answer."),
    )
    text = blocks.RichTextBlock(
        label=_("Answer"),
        features=shared.RICH_TEXT,
        help_text=_("Ctrl + Enter leads to the next question."),
    )

    class Meta:
        label = _("Answer")
        icon = "comment"
        template = "articles/blocks/answer.html"


class ExchangeBlock(KeptBlock):
    question = blocks.TextBlock(
        label=_("Question"),
        max_length=500,
        rows=2,
        help_text=_("As the reader will see it. Enter leads to the answer."),
    )
    answers = blocks.ListBlock(AnswerBlock(), label=_("Answers"), min_num=1)

    def seen(self, value):
        """Return what is stored, and the names of the speakers, which may change."""
        speakers = [one.get("speaker") for one in value["answers"]]
        return super().seen(value), [speaker and speaker.name for speaker in speakers]

    class Meta:
        label = _("Question and answer")
        icon = "help"
        template = "articles/blocks/exchange.html"
        description = _("One question and its answer, or several answers when several speak.")
        form_attrs = {"data-controller": "exchange"}  # articles/writing/
        preview_value = {
            "question": "Pourquoi être revenue au village ?",
            "answers": [{"text": "<p>Parce que la ligne tenait, enfin.</p>"}],
        }


SHOWN = ("title", "draft_title", "slug", "url_path", "path", "locale_id", "live", "translation_key")


class InterviewChooser(MayVanish, blocks.PageChooserBlock):
    """Loads of interviews what tells whether readers may see them, and their titles."""

    def deconstruct(self):
        """Name no class of this app in the migrations of the home page."""
        return "wagtail.blocks.PageChooserBlock", *super().deconstruct()[1:]

    def bulk_to_python(self, values):
        """Return the interviews, each an object of its own; what was deleted is None."""
        found = known_each(find_interviews, list(values))
        return [
            partial(self.target_model, found[value]) if value in found else None for value in values
        ]


def find_interviews(keys):
    """Return {key: the fields SHOWN, by name} of the interviews ``keys``."""
    interviews = apps.get_model("articles.InterviewPage").objects.filter(pk__in=keys)
    return {row["id"]: row for row in interviews.values("id", "page_ptr_id", *SHOWN)}


class RelatedInterviewsBlock(blocks.StructBlock):
    interviews = blocks.ListBlock(
        InterviewChooser("articles.InterviewPage"),
        label=_("Interviews"),
        min_num=1,
        max_num=3,
    )

    def get_preview_value(self):
        """Show the latest interviews: only real ones can be chosen."""
        page_model = self.child_blocks["interviews"].child_block.target_model
        return self.normalize({"interviews": list(page_model.objects.newest()[:3])})

    class Meta:
        label = _("Related interviews")
        icon = "link"
        template = "articles/blocks/related.html"
        description = _("One to three other interviews to read next.")


class InterviewBody(blocks.StreamBlock):
    exchange = ExchangeBlock()
    paragraph = shared.ParagraphBlock()
    heading = shared.HeadingBlock()
    pull_quote = shared.PullQuoteBlock()
    figure = shared.FigureBlock()
    key_figures = shared.KeyFiguresBlock()
    video = VideoBlock()
    editors_note = shared.EditorsNoteBlock()
    document = shared.DocumentBlock()
    related = RelatedInterviewsBlock()

    class Meta:
        # One list of related interviews: each costs a query.
        block_counts = {"related": {"max_num": 1}}
