"""The quote page, for the pages of other apps."""

from typing import NamedTuple

from django import template

from contact.models import QuotePage
from cyberworkers.answering.asked import known

register = template.Library()


class Offer(NamedTuple):
    """What other pages show of the quote page."""

    title: str
    url: str


@register.simple_tag
def quote_page():
    """Return the Offer in the active language, or None."""
    return known(find_offer)


def find_offer():
    page = QuotePage.objects.published().only("title", "url_path", "locale").first()
    return page and Offer(page.title, page.url)
