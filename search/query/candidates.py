"""The documents that may answer, by one statement whose work does not grow with the site.

The best postings of each term are read from the index in the order of their impact, a bounded
number of them, most of the rarest term; of these documents, all postings of all terms.
"""

import json
from itertools import chain
from typing import NamedTuple

from django.db import connection

from search.index.places import unpack

OF_RAREST, OF_OTHERS = 200, 30  # postings of a term that are looked at first
MOST = 100  # documents that are ranked

FIRST = """
SELECT document_id FROM (
    SELECT document_id FROM search_posting
    WHERE term_id = %s ORDER BY impact DESC, document_id DESC LIMIT %s
) AS best
"""
MARKED = """
JOIN search_posting AS mark{0} ON mark{0}.document_id = p.document_id AND mark{0}.term_id = %s
"""
SQL = """
WITH first AS ({first}),
found AS (
    SELECT p.document_id, COUNT(DISTINCT CASE p.term_id {cases} END) AS met, SUM(p.impact) AS impact
    FROM first JOIN search_posting AS p ON p.document_id = first.document_id {marked}
    WHERE p.term_id IN ({terms})
    GROUP BY p.document_id ORDER BY 2 DESC, 3 DESC, 1 DESC LIMIT %s
)
SELECT d.id, d.root, d.key, d.model, d.title, d.day, d.marks, p.term_id, p.impact, p.places
FROM found
JOIN search_document AS d ON d.id = found.document_id
JOIN search_posting AS p ON p.document_id = found.document_id AND p.term_id IN ({terms})
"""


class Candidate(NamedTuple):
    """A document, and {key of a term: (impact, `Place`s)} of what it holds of what is asked for."""

    key: int
    root: str
    thing: int
    model: str
    title: str
    day: str
    marks: list
    postings: dict


def candidates(units, marks):
    """Return the `Candidate`s for ``units``, those that meet most of them first.

    ``units`` are lists of keys of terms, that of the rarest first; ``marks`` are keys of terms,
    all of which each of them has.
    """
    if not units:
        return []
    asked = {term: place for place, unit in enumerate(units) for term in unit}
    firsts = [(term, OF_OTHERS if place else OF_RAREST) for term, place in asked.items()]
    firsts += [(mark, OF_RAREST) for mark in marks]
    terms = ", ".join(["%s"] * len(asked))
    sql = SQL.format(
        first=" UNION ".join([FIRST] * len(firsts)),
        cases=" ".join(["WHEN %s THEN %s"] * len(asked)),
        marked="".join(MARKED.format(number) for number in range(len(marks))),
        terms=terms,
    )
    values = [*chain(*firsts), *chain(*asked.items()), *marks, *asked, MOST, *asked]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return read(cursor.fetchall())


def read(rows):
    found = {}
    for key, root, thing, model, title, day, marks, term, impact, places in rows:
        if key not in found:
            about = key, root, thing, model, title, str(day or ""), json.loads(marks)
            found[key] = Candidate(*about, {})
        found[key].postings[term] = impact, unpack(places)
    return list(found.values())
