"""What an app shows in the pages of another, without that one knowing it.

A page has slots: ``{% slot "page_end.html" %}``. An app fills a slot by a template of its own,
``<app>/slots/page_end.html``, which gets all that the page knows. And what an app offers editors
for a page of another, it names in a module that this page asks for (`home.blocks`). The order is
that of INSTALLED_APPS; what is not installed is not there.
"""

from functools import cache
from importlib import import_module

from django.apps import apps
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.module_loading import module_has_submodule


def templates(slot):
    """Return the names of the templates that fill ``slot``."""
    return _templates(slot, tuple(apps.app_configs))


def modules(name):
    """Return the modules called ``name`` that the installed apps have."""
    return _modules(name, tuple(apps.app_configs))


# Looked for once, as long as the same apps are installed.


@cache
def _templates(slot, labels):
    names = [f"{label}/slots/{slot}" for label in labels]
    return [name for name in names if exists(name)]


@cache
def _modules(name, labels):
    configs = [apps.get_app_config(label) for label in labels]
    return [
        import_module(f"{config.name}.{name}")
        for config in configs
        if module_has_submodule(config.module, name)
    ]


def exists(name):
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    return True
