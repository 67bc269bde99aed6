"""What the frame around every page asks for: the home page and the languages."""

from typing import NamedTuple
from urllib.parse import urlsplit

from django import template
from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language_info

from cyberworkers.answering.asked import known, reading
from cyberworkers.pages import OwnPage

register = template.Library()


class Home(NamedTuple):
    """What other pages show of the home page, and where it stands in the tree."""

    pk: int
    path: str
    depth: int
    url: str
    quote_title: str
    quote_text: str


@register.simple_tag
def home_page():
    """Return the Home in the active language, or None before set-up."""
    return known(find_home)


def find_home():
    page = apps.get_model(settings.HOME_PAGE_MODEL).objects.published().first()
    return page and Home(*(getattr(page, name) for name in Home._fields))


@register.simple_tag(takes_context=True)
def languages(context):
    """Return this address in each language in which it exists, for the language switch.

    What exists in one language only (a topic) leads to its page in the others.
    """
    page, card = context.get("page"), context.get("card")
    if card and len(card.alternates) > 1:
        return [language(one.code, urlsplit(one.url).path) for one in card.alternates]
    if isinstance(page, OwnPage):
        return [
            language(one.locale.language_code, one.get_url(reading())) for one in page.alternates
        ]
    return []


def language(code, url):
    name = get_language_info(code)["name_local"]
    return {"code": code, "name": name, "url": url}
