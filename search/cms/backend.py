"""The search of the CMS, as Wagtail's search backend: its lists, and all that people choose from.

It finds a word whatever its accents, endings and, where nothing is called so, typing errors; on
every database the same, in the same order, and whatever is typed. Stock, the databases' own
searches differ, want each letter, and answer a lone quotation mark with an error 500. Permissions
and filters are in the queryset that is searched.
"""

from functools import cached_property

from django.db.models import Count
from modelsearch.backends.base import (
    BaseIndex,
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
)

from search.cms import writing
from search.cms.answering import answer


class CmsIndex(BaseIndex):
    def add_items(self, model, items):
        writing.enter(items)

    def delete_item(self, item):
        writing.remove(type(item), [item.pk])

    def reset(self):
        writing.empty()


class Rebuilder:
    """Enters each object in place of what is there: what is looked for meanwhile is found."""

    def __init__(self, index):
        self.index = index

    def start(self):
        return self.index

    def finish(self):
        pass


class QueryCompiler(BaseSearchQueryCompiler):
    def check(self):
        """Allow any filter and order: the database has all fields."""

    @cached_property
    def answer(self):
        return answer(self.query, self.queryset, self.order_by_relevance)

    @cached_property
    def found(self):
        """Return the queryset of all that is found, in no order of its own."""
        keys = self.answer.keys
        return self.queryset if keys is None else self.queryset.filter(pk__in=keys)


class SearchResults(BaseSearchResults):
    supports_facet = True

    @property
    def corrected(self):
        """Return what was looked for instead of what was typed, or ""."""
        return self.query_compiler.answer.corrected

    def _do_search(self):
        queryset, keys = self.query_compiler.queryset, self.query_compiler.answer.keys
        if keys is None:
            return list(queryset[self.start : self.stop])
        some = list(keys)[self.start : self.stop]
        found = {thing.pk: thing for thing in queryset.filter(pk__in=some).order_by()}
        things = [found[key] for key in some if key in found]
        for thing in things if self._score_field else []:
            setattr(thing, self._score_field, keys[thing.pk])
        return things

    def _do_count(self):
        keys = self.query_compiler.answer.keys
        if keys is None:
            return self.query_compiler.queryset[self.start : self.stop].count()
        return len(list(keys)[self.start : self.stop])

    def facet(self, field_name):
        """Return {value of the field: how many of the results have it}, the most first."""
        found = self.query_compiler.found.order_by().values(field_name)
        counted = found.annotate(count=Count("pk")).order_by("-count", field_name)
        return {row[field_name]: row["count"] for row in counted}


class SearchBackend(BaseSearchBackend):
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = QueryCompiler
    index_class = CmsIndex
    results_class = SearchResults
    rebuilder_class = Rebuilder
