"""Menus and the language switch."""

from urllib.parse import urlsplit

from django import template
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info, gettext
from wagtail.models import Locale

from cyberworkers.pages import OwnPage
from home.models import HomePage, Navigation, SiteSettings, StandardPage
from home.navigation.shown_links import columns_of, shown_links, to_pages

register = template.Library()


@register.simple_tag
def home_page():
    """Return the home page in the language of the request, or None before set-up."""
    return HomePage.objects.published().first()


@register.simple_tag(takes_context=True)
def menu(context, home):
    """Return the links of the main menu: what editors set, else the pages “shown in menus”."""
    request, language = context.get("request") or None, get_language()
    setting = Navigation.load(request)
    if setting.of("menu", language):
        return shown_links(setting.links("menu", language), request)
    return to_pages(home.get_children().live().public().in_menu() if home else [], request)


@register.filter
def is_below(path, url):
    return path.startswith(url)


@register.simple_tag(takes_context=True)
def footer(context, home):
    """Return the sentence and the columns that editors set; without columns the standing pages."""
    request, language = context.get("request") or None, get_language()
    setting = Navigation.load(request)
    columns = columns_of(setting, language, request)
    standing = StandardPage.objects.child_of(home).published() if home and not columns else []
    return {
        "sentence": setting.of("sentence", language),
        "columns": columns,
        "pages": to_pages(standing, request),
    }


@register.simple_tag(takes_context=True)
def languages(context):
    """Return this address in each language in which it exists, for the language switch.

    What exists in one language only (a topic) leads to its page in the others.
    """
    page, request = context.get("page"), context.get("request")
    card = context.get("card")
    if card and len(card.alternates) > 1:
        return [language(one.code, urlsplit(one.url).path) for one in card.alternates]
    if isinstance(page, OwnPage):
        return [language(one.locale.language_code, one.url) for one in page.alternates]
    if request is None or getattr(request, "resolver_match", None) is None:
        return []
    return [
        language(locale.language_code, translate_url(request.path, locale.language_code))
        for locale in Locale.objects.order_by("-language_code")
        if request.resolver_match.url_name == "search"
    ]


def language(code, url):
    name = get_language_info(code)["name_local"]
    return {"code": code, "name": name, "url": url}


@register.simple_tag
def demo_notice():
    """Return the sentence that says that the content is invented, where it is."""
    if not SiteSettings.load().demo:
        return ""
    return gettext(
        "Demonstration: the people interviewed here are invented, except Jean-Michel Billaut."
    )
