"""The links of a page to other pages and documents of the site."""

from typing import NamedTuple

from bs4 import BeautifulSoup
from django.db.models import ForeignKey
from django.utils.translation import gettext
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

PAGE, DOCUMENT = "page", "document"


class Link(NamedTuple):
    kind: str
    pk: int | None  # None: what was chosen is deleted, or nothing was chosen
    text: str
    anchor: str


def broken_links(page):
    """Return the links of ``page`` that lead to no published page and no document.

    A fixed number of queries. A link of a page to itself holds: it is published with the page.
    """
    links = list(links_of(page))
    pages = {link.pk for link in links if link.kind == PAGE and link.pk}
    documents = {link.pk for link in links if link.kind == DOCUMENT and link.pk}
    holding = {PAGE: {page.pk} - {None}, DOCUMENT: set()}
    if pages:
        holding[PAGE].update(Page.objects.live().filter(pk__in=pages).values_list("pk", flat=True))
    if documents:
        holding[DOCUMENT].update(
            get_document_model().objects.filter(pk__in=documents).values_list("pk", flat=True)
        )
    return [link for link in links if link.pk not in holding[link.kind]]


def links_of(page):
    """Return every Link in the fields that the type of ``page`` adds to Wagtail's own."""
    for field in page._meta.fields:
        if field.model is Page:
            continue
        anchor = f"id_{field.name}"
        if isinstance(field, StreamField):
            for child in getattr(page, field.name) or []:
                yield from links_in(child.block, child.value, f"block-{child.id}-section")
        elif isinstance(field, RichTextField):
            yield from links_in_rich_text(getattr(page, field.name), anchor)
        elif isinstance(field, ForeignKey) and not field.remote_field.parent_link:
            pk = getattr(page, field.attname)
            if pk and issubclass(field.related_model, Page):
                yield Link(PAGE, pk, str(field.verbose_name), anchor)


def links_in(block, value, anchor):
    """Return every Link in the ``value`` of ``block``, at any depth."""
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from links_in(child.block, child.value, anchor)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from links_in(block.child_block, item, anchor)
    elif isinstance(block, blocks.StructBlock) and isinstance(value, blocks.StructValue):
        for name, child in block.child_blocks.items():
            yield from links_in(child, value.get(name), anchor)
    elif isinstance(block, blocks.RichTextBlock):
        yield from links_in_rich_text(value.source if value else "", anchor)
    elif isinstance(block, blocks.PageChooserBlock):
        yield from chosen(PAGE, block, value, anchor)
    elif isinstance(block, DocumentChooserBlock):
        yield from chosen(DOCUMENT, block, value, anchor)


def chosen(kind, block, value, anchor):
    if value:
        yield Link(kind, value.pk, str(value), anchor)
    elif block.required:
        yield Link(
            kind, None, gettext("%(field)s: deleted or not chosen") % {"field": block.label}, anchor
        )


def links_in_rich_text(html, anchor):
    if "linktype" not in (html or ""):
        return  # parsing is slow, most texts link to nothing
    for tag in BeautifulSoup(html, "html.parser").find_all("a", linktype=[PAGE, DOCUMENT]):
        pk = tag.get("id", "")
        yield Link(tag["linktype"], int(pk) if pk.isdecimal() else None, tag.get_text(), anchor)
