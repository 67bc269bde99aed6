"""The order of what a search found, on SQLite.

Stock, each page that was found asks for its own rank by searching once more for all: where 10,000
pages hold a word, one search takes a minute.
"""

from django.db.models import BigIntegerField, Case, F, Value, When
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.models import SQLiteFTSIndexEntry


class RankedOnce:
    """For a query compiler of SQLite: what it found is ranked by the one search that found it."""

    def search(self, config, start, stop, score_field=None):
        """Return the results from ``start`` to ``stop``, in stock's order: rank, then the newest.

        Where no part of a ranked list is asked for, as stock.
        """
        query = normalize(self.query)
        unranked = score_field or not self.order_by_relevance or isinstance(query, MatchAll | Not)
        if stop is None or unranked:
            return super().search(config, start, stop, score_field)
        found = self.ranked(query, config)[start:stop]
        places = {key: place for place, key in enumerate(found)}
        place = Case(*(When(pk=key, then=Value(place)) for key, place in places.items()))
        return self.queryset.filter(pk__in=places).order_by(place)

    def ranked(self, query, config):
        """Return a queryset of the keys of all that is found, the best first."""
        matches = MatchExpression(
            self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config=config)
        )
        types = get_descendants_content_types_pks(self.queryset.model)
        rank = self._build_rank_expression(self.get_search_vectors(), config)
        return (
            SQLiteFTSIndexEntry.objects.filter(matches, index_entry__content_type__in=types)
            .annotate(key=Cast("index_entry__object_id", BigIntegerField()))
            .filter(key__in=self.queryset.order_by().values("pk"))
            .order_by(rank, F("key").desc())
            .values_list("key", flat=True)
        )
