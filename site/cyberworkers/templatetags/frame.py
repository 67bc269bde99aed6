"""What the frame around every page asks for: the home page and the languages."""

from urllib.parse import urlsplit

from django import template
from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language_info

from cyberworkers.once import once
from cyberworkers.pages import OwnPage

register = template.Library()


@register.simple_tag(takes_context=True)
def home_page(context):
    """Return the home page in the language of the request, or None before set-up."""
    return once(context, find_home_page)


def find_home_page():
    return apps.get_model(settings.HOME_PAGE_MODEL).objects.published().first()


@register.simple_tag(takes_context=True)
def languages(context):
    """Return this address in each language in which it exists, for the language switch.

    What exists in one language only (a topic) leads to its page in the others.
    """
    page, card = context.get("page"), context.get("card")
    if card and len(card.alternates) > 1:
        return [language(one.code, urlsplit(one.url).path) for one in card.alternates]
    if isinstance(page, OwnPage):
        return [language(one.locale.language_code, one.url) for one in page.alternates]
    return []


def language(code, url):
    name = get_language_info(code)["name_local"]
    return {"code": code, "name": name, "url": url}
