"""Wagtail's search in the database, which nothing that people type can break, nor hold up.

Stock, the CMS answers a lone quotation mark with an error 500 on SQLite, and NUL on PostgreSQL:
the text goes into the database's own query language as it is. And see `ranking`.
"""

from functools import cache

from django.db import connection
from wagtail.search.backends import database

from cyberworkers.searching.terms import sound


def SearchBackend(params):  # noqa: N802 - the name that Wagtail looks for
    """Return Wagtail's backend for the database in use, made sound."""
    return made_sound(type(database.SearchBackend(params)))(params)


@cache
def made_sound(stock):
    own = {}
    if connection.vendor == "sqlite":
        # What it is made of can be imported on SQLite only.
        from cyberworkers.searching.ranking import RankedOnce

        for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
            compiler = getattr(stock, name)
            own[name] = type(compiler.__name__, (RankedOnce, compiler), {})
    return type("SearchBackend", (Sound, stock), own)


class Sound:
    def search(self, query, model_or_queryset, *args, **kwargs):
        return super().search(*sound_search(query, model_or_queryset), *args, **kwargs)

    def autocomplete(self, query, model_or_queryset, *args, **kwargs):
        return super().autocomplete(*sound_search(query, model_or_queryset), *args, **kwargs)


def sound_search(query, model_or_queryset):
    """Return what to look for, and where: nowhere, when there is not one word to look for."""
    if query := sound(query):
        return query, model_or_queryset
    model = getattr(model_or_queryset, "model", model_or_queryset)
    return "nothing", model._default_manager.none()
