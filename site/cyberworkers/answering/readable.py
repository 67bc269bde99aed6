"""Which pages anybody may read, in few statements.

Wagtail's own `public` and `Locale.get_active` ask the database each time: 26 of the 62 statements
of the front page were these two.
"""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Locale, PageViewRestriction

from cyberworkers.answering.asked import known


def readable(pages):
    """Return those of the queryset ``pages`` that anybody may read, in the active language.

    Said by the languages that are left out. By the one that is wanted, SQLite would take its
    index, which finds half of all pages, rather than begin with those that come first.
    """
    return public(pages.live()).exclude(locale__in=known(find_locales)[1:])


def public(pages):
    """Return those of the queryset ``pages`` that are not private: as Wagtail's `public`."""
    for path in private_paths():
        pages = pages.exclude(Q(path__startswith=path))
    return pages


def is_public(page):
    return not any(page.path.startswith(path) for path in private_paths())


def private_paths():
    """Return the paths in the tree below which pages are private, themselves included."""
    return known(find_private_paths)


def find_private_paths():
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True).distinct())


def active_locale():
    """Return the primary key of the Locale of the active language."""
    return known(find_locales)[0]


def find_locales():
    """Return the primary keys of all Locales, first that of the active language.

    As `Locale.get_active`, which falls back on the site's own language.
    """
    keys = dict(Locale.objects.values_list("language_code", "pk"))
    active = keys.get(get_language()) or keys[settings.LANGUAGE_CODE]
    return active, *(key for key in keys.values() if key != active)
