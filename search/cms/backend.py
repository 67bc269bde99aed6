"""The search of the CMS, as Wagtail's search backend: its lists, and all that people choose from.

It finds a word whatever its accents, endings and, where nothing is called so, typing errors; on
every database the same, in the same order, and whatever is typed. Stock, the databases' own
searches differ, want each letter, and answer a lone quotation mark with an error 500. Permissions
and filters are in the queryset that is searched.
"""

from functools import cached_property

from django.db.models import Count, F
from modelsearch.backends.base import (
    BaseIndex,
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
)

from search.cms import writing
from search.cms.answering import answer
from search.cms.conditions import SCORE


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
        return answer(self.query, self.queryset)

    @cached_property
    def found(self):
        """Return the queryset of all that is found, in its order: the best and newest first."""
        found = self.answer.found
        if self.order_by_relevance and self.answer.is_ranked:
            return found.order_by(F(SCORE).desc(), "-pk")
        return found if found.query.order_by else found.order_by("-pk")


class SearchResults(BaseSearchResults):
    supports_facet = True

    @property
    def corrected(self):
        """Return what was looked for instead of what was typed, or ""."""
        return self.query_compiler.answer.corrected

    def found(self):
        found = self.query_compiler.found
        if self._score_field:
            found = found.annotate(**{self._score_field: F(SCORE)})
        return found[self.start : self.stop]

    def _do_search(self):
        return list(self.found())

    def _do_count(self):
        return self.found().count()

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
