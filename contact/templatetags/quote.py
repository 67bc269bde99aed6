"""The quote page, for the pages of other apps."""

from django import template

from contact.models import QuotePage
from cyberworkers.once import once

register = template.Library()


@register.simple_tag(takes_context=True)
def quote_page(context):
    """Return the quote page in the language of the request, or None."""
    return once(context, find_quote_page)


def find_quote_page():
    return QuotePage.objects.published().first()
