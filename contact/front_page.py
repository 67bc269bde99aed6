"""What quote requests offer for the front page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteOfferBlock(blocks.StaticBlock):
    def deconstruct(self):
        """Name no class of this app in the migrations of the home page."""
        return "wagtail.blocks.StaticBlock", (), {}

    class Meta:
        label = _("Quote offer")
        icon = "mail"
        template = "contact/blocks/quote_offer.html"
        admin_text = _("Its title and text are those of the panel “Quote offer” below.")
        description = _("Invites to ask for a quote.")


BLOCKS = {"quote_offer": (QuoteOfferBlock(), 1)}
