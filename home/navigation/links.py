"""The links that editors put into the menu and the footer."""

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class PageLink(blocks.StructBlock):
    """A page of the site; what is not published, private or deleted is not shown."""

    page = blocks.PageChooserBlock(label=_("Page"))
    label = blocks.CharBlock(
        label=_("Shorter label"),
        required=False,
        max_length=40,
        help_text=_("Without one: the title of the page."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label} {page}"


class FooterLink(PageLink):
    """A page of the site, or an address elsewhere with what to call it."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(
        label=_("Or an address elsewhere"), required=False, help_text=_("With a label of its own.")
    )

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["address"]):
            raise refused("page", gettext("Choose a page or give an address: one of the two."))
        if value["address"] and not value["label"]:
            raise refused("label", gettext("Say what the link is called."))
        return value


def refused(name, sentence):
    return StructBlockValidationError({name: ErrorList([ValidationError(sentence)])})


class FooterColumn(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=40)
    links = blocks.ListBlock(FooterLink(), label=_("Links"), max_num=10)

    class Meta:
        icon = "list-ul"
        label = _("Column")
