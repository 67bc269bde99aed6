"""What the frame around every page asks for: the home page, the languages, menu and footer."""

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from django import template
from django.apps import apps
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info

from cyberworkers.answering.asked import known, known_each, reading
from cyberworkers.answering.readable import public
from cyberworkers.pages import OwnPage

register = template.Library()

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')


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
    return known(find_homes).get(get_language())


def find_homes():
    """Return the Homes that anybody may read by language, French first."""
    pages = public(apps.get_model(settings.HOME_PAGE_MODEL).objects.live())
    homes = {}
    for page in pages.select_related("locale").order_by("-locale__language_code", "path"):
        home = Home(*(getattr(page, name) for name in Home._fields))
        homes.setdefault(page.locale.language_code, home)
    return homes


@register.simple_tag(takes_context=True)
def languages(context):
    """Return this address in each language of the site, for the language switch.

    What exists in one language only leads to its page in the others (a topic), else to the front
    page: the switch is always there.
    """
    page, card = context.get("page"), context.get("card")
    here = {}
    if card and len(card.alternates) > 1:
        here = {one.code: without_host(one.url) for one in card.alternates}
    elif isinstance(page, OwnPage):
        here = {one.locale.language_code: one.get_url(reading()) for one in page.alternates}
    homes = {code: home.url for code, home in known(find_homes).items()}
    return [language(code, url) for code, url in (homes | here).items()]


def without_host(url):
    return urlunsplit(("", "", *urlsplit(url)[2:]))


def language(code, url):
    name = get_language_info(code)["name_local"]
    return {"code": code, "name": name, "url": url}


@register.simple_tag(takes_context=True)
def on_every_page(context, name, sections=False):
    """Return the HTML of the template ``name``, which is the same on every page in a language.

    It is made once for as long as nothing changes, with no page and no request, save in previews.
    Then what leads to this address is marked as the current page; with ``sections`` what leads to
    a page above it, too. Every other page is below the home page, of which that says nothing.
    """
    request = context.get("request")
    if getattr(request, "is_preview", False):
        html = render_to_string(name, {"request": request})
    else:
        html = known_each(rendered, [name])[name]
    home = home_page()
    above = sections and home and home.url
    # A rendered template, which escapes what it shows; of the address nothing is put into it.
    return mark_safe(marked(html, quote(request.path), above) if request else html)  # noqa: S308


def rendered(names):
    return {name: render_to_string(name) for name in names}


def marked(html, path, above):
    """Return ``html`` with aria-current in links to ``path``, and in those to what it is below,
    but for the address ``above`` all; without one in no others.
    """

    def mark(link):
        url = link[1]
        if url == path:
            return f'{link[0]} aria-current="page"'
        if above and url != above and path.startswith(url):
            return f'{link[0]} aria-current="true"'
        return link[0]

    return LINK.sub(mark, html)
