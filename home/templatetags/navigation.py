"""Menus."""

from django import template
from django.utils.translation import get_language, gettext

from home.models import Navigation, SiteSettings, StandardPage
from home.navigation.shown_links import columns_of, shown_links, to_pages

register = template.Library()


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


@register.simple_tag
def demo_notice():
    """Return the sentence that says that the content is invented, where it is."""
    if not SiteSettings.load().demo:
        return ""
    return gettext(
        "Demonstration: the people interviewed here are invented, except Jean-Michel Billaut."
    )
