"""What readers see where editors set no menu and no columns: pages below the home page."""

from django.apps import apps
from wagtail.models import Page

from cyberworkers.answering.readable import public
from cyberworkers.templatetags.frame import home_page


def menu_pages():
    """Return the pages “shown in menus”, in the active language."""
    return public(below_home(Page).live().in_menu())


def footer_pages():
    """Return the standing pages, in the active language."""
    return below_home(apps.get_model("home", "StandardPage")).published()


def below_home(model):
    """Return the pages of ``model`` right below the home page."""
    home = home_page()
    if home is None:
        return model.objects.none()
    return model.objects.filter(path__startswith=home.path, depth=home.depth + 1).order_by("path")
