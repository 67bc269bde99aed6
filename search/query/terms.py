"""Which terms the index has, and how many documents hold them."""

import math
from typing import NamedTuple

from django.db.models.expressions import RawSQL

from search.index.models import Term

MANY = 1_000  # documents: whatever more of them hold is as common
# As if this were the number of all documents: what one document holds weighs 7, what MANY do 1.
ALL = 1_700
# Counted by the index on postings, and no further than to MANY.
COUNT = (
    "(SELECT COUNT(*) FROM"
    " (SELECT 1 FROM search_posting WHERE term_id = search_term.id LIMIT 1000) AS held)"
)


class Known(NamedTuple):
    """The number of a term, and how many documents hold it."""

    key: int
    count: int


def known_terms(language, stems):
    """Return {stem: `Known`} of those of ``stems`` that a document holds, by one statement."""
    terms = Term.objects.filter(language=language, stem__in=list(stems))
    counted = terms.annotate(count=RawSQL(COUNT, []))  # noqa: S611 - a constant
    rows = counted.values_list("stem", "pk", "count")
    return {stem: Known(key, count) for stem, key, count in rows if count}


def weight(count):
    """Return how much a term says that ``count`` documents hold: the rarer, the more."""
    return math.log(1 + ALL / max(1, count))
