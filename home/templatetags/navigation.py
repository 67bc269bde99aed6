"""Menus."""

from typing import NamedTuple

from django import template
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from cyberworkers.answering.asked import known, reading
from cyberworkers.answering.readable import public
from cyberworkers.templatetags.frame import home_page
from home.models import Navigation, SiteSettings, StandardPage
from home.navigation.shown_links import columns_of, shown_links, to_pages

register = template.Library()


class Footer(NamedTuple):
    sentence: str
    columns: list
    pages: list


def of_navigation(context, find, make):
    """Return what ``find`` makes of the saved setting; in a preview, ``make`` of the unsaved one.

    Wagtail puts that on the request: see `home.preview`.
    """
    previewed = getattr(context.get("request"), Navigation.get_cache_attr_name(), None)
    return make(previewed) if previewed else known(find)


@register.simple_tag(takes_context=True)
def menu(context):
    """Return the links of the main menu: what editors set, else the pages “shown in menus”."""
    return of_navigation(context, find_menu, menu_of)


def find_menu():
    return menu_of(Navigation.load())


def menu_of(setting):
    language = get_language()
    if setting.of("menu", language):
        return shown_links(setting.links("menu", language), reading())
    return to_pages(public(below_home(Page).live().in_menu()), reading())


@register.simple_tag(takes_context=True)
def footer(context):
    """Return the sentence and the columns that editors set; without columns the standing pages."""
    return of_navigation(context, find_footer, footer_of)


def find_footer():
    return footer_of(Navigation.load())


def footer_of(setting):
    language = get_language()
    columns = columns_of(setting, language, reading())
    standing = [] if columns else below_home(StandardPage).published()
    return Footer(setting.of("sentence", language), columns, to_pages(standing, reading()))


def below_home(model):
    """Return the pages of ``model`` right below the home page."""
    home = home_page()
    if home is None:
        return model.objects.none()
    return model.objects.filter(path__startswith=home.path, depth=home.depth + 1).order_by("path")


@register.simple_tag
def demo_notice():
    """Return the sentence that says that the content is invented, where it is."""
    return known(find_demo_notice)


def find_demo_notice():
    if not SiteSettings.load().demo:
        return ""
    return gettext(
        "Demonstration: the people interviewed here are invented, except Jean-Michel Billaut."
    )
