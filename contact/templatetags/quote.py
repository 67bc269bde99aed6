"""The quote page, for the pages of other apps."""

from django import template

from contact.models import QuotePage

register = template.Library()


@register.simple_tag
def quote_page():
    """Return the quote page in the language of the request, or None."""
    return QuotePage.objects.published().first()
