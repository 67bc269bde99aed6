"""Blocks that any page may use. Editors choose content, never colours or sizes.

A block is one class here and one template of its name in templates/blocks/.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

from cyberworkers.answering.choosers import KnownDocument
from cyberworkers.remembered.blocks import KeptBlock

RICH_TEXT = ["bold", "italic", "link", "document-link", "ol", "ul"]


class ParagraphBlock(KeptBlock):
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT)

    class Meta:
        label = _("Paragraph")
        icon = "pilcrow"
        template = "blocks/paragraph.html"
        description = _("Text outside of questions and answers, for example to set the scene.")
        preview_value = {"text": "<p>La mairie a gardé l'horloge de l'école.</p>"}


class HeadingBlock(KeptBlock):
    text = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("Short, without a full stop.")
    )

    class Meta:
        label = _("Heading")
        icon = "title"
        template = "blocks/heading.html"
        description = _("Divides a long interview into parts.")
        preview_value = {"text": "Le village d'abord"}


class PullQuoteBlock(KeptBlock):
    quote = blocks.TextBlock(
        label=_("Quote"),
        max_length=300,
        rows=3,
        help_text=_("A sentence of the interview, without quotation marks."),
    )
    attribution = blocks.CharBlock(
        label=_("Who says it"), max_length=120, required=False, default=""
    )

    class Meta:
        label = _("Pull quote")
        icon = "openquote"
        template = "blocks/pull_quote.html"
        description = _("Repeats a strong sentence in large type.")
        preview_value = {
            "quote": "La fibre n'a pas ramené les gens, elle leur a permis de rester.",
            "attribution": "Hélène Marchetti",
        }


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Image"), help_text=_("Say in words what the image shows."))
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False, default="")
    credit = blocks.CharBlock(
        label=_("Credit"),
        max_length=120,
        required=False,
        default="",
        help_text=_("Leave empty to use the credit kept with the image."),
    )

    def restore_translated_segments(self, value, segments):
        """Return the translated ``value``; of an image that is gone there is nothing to say."""
        chosen = next((one.data for one in segments if one.path == "image.image"), None)
        if (
            chosen
            and not self.child_blocks["image"].child_blocks["image"].bulk_to_python([chosen])[0]
        ):
            value["image"] = None
        if value["image"] is None:
            segments = [one for one in segments if not one.path.startswith("image.")]
        return StreamFieldSegmentsWriter(None, None, None).handle_struct_block(value, segments)

    class Meta:
        label = _("Figure")
        icon = "image"
        template = "blocks/figure.html"
        description = _("An image with its alternative text, caption and credit.")
        preview_template = "blocks/figure_preview.html"


class KeyFigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(
        label=pgettext_lazy("key figure", "Number"),
        max_length=30,
        help_text=_("As it is shown: 155 000, 50 %…"),
    )
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)


class KeyFiguresBlock(KeptBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False, default="")
    figures = blocks.ListBlock(KeyFigureBlock(), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        label = _("Key figures")
        icon = "order"
        template = "blocks/key_figures.html"
        description = _("One to six numbers, each with what it counts.")
        preview_value = {
            "title": "Le réseau en chiffres",
            "figures": [{"value": "155 000", "label": "habitants"}],
        }


class EditorsNoteBlock(KeptBlock):
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT)

    class Meta:
        label = _("Editor's note")
        icon = "comment"
        template = "blocks/editors_note.html"
        description = _("A remark of the editors, set apart from the interview.")
        preview_value = {"text": "<p>Entretien condensé par la rédaction.</p>"}


class DocumentBlock(blocks.StructBlock):
    document = KnownDocument(label=_("Document"))
    text = blocks.CharBlock(
        label=_("Text of the link"),
        max_length=150,
        required=False,
        default="",
        help_text=_("Leave empty to use the title of the document."),
    )

    def get_preview_value(self):
        """Show a document that needs not be there."""
        document = {
            "url": "#",
            "title": "Convention de délégation",
            "file_extension": "pdf",
            "get_file_size": 245_000,
        }
        return blocks.StructValue(self, {"document": document, "text": ""})

    class Meta:
        label = _("Document")
        icon = "doc-full"
        template = "blocks/document.html"
        description = _("A file to download, with its type and size.")
