"""The card of the address that is being answered."""

from django import template
from django.utils.translation import get_language

from cyberworkers.found.card import Card
from cyberworkers.pages import OwnPage

register = template.Library()


@register.simple_tag(takes_context=True)
def card_of_address(context):
    """Return the Card that the view gave, else that of the page, else one that is not indexed."""
    if "card" in context:
        return context["card"]
    page = context.get("page")
    if isinstance(page, OwnPage):
        return page.card(context.get("request"))
    return Card(title="", language=get_language(), hidden=True)
