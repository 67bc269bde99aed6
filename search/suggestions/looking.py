"""What begins as somebody types, by one statement whose work does not grow with the site.

As `search.query.candidates`: the first of each beginning are read from the index, a bounded number
of them; of these, what has all beginnings.
"""

import json
from itertools import chain

from django.db import connection

from search.index.beginnings import NAME, QUESTION
from search.index.places import unpack
from search.query.candidates import Candidate

FIRST = 25  # of one beginning; of several, so many of each that some of them have all
FIRST_OF_SEVERAL = 150
MOST = 50

BEST = """
SELECT document_id FROM (
    SELECT document_id FROM search_posting
    WHERE term_id = (SELECT id FROM search_term WHERE language = %s AND stem = %s)
    ORDER BY impact DESC, document_id DESC LIMIT %s
) AS best
"""
SQL = """
WITH asked AS (SELECT id, stem FROM search_term WHERE language = %s AND stem IN ({stems})),
first AS ({first}),
found AS (
    SELECT p.document_id
    FROM first
    JOIN search_posting AS p ON p.document_id = first.document_id
    JOIN asked ON asked.id = p.term_id
    GROUP BY p.document_id HAVING COUNT(DISTINCT SUBSTR(asked.stem, 2)) = %s
    ORDER BY SUM(p.impact) DESC, p.document_id DESC LIMIT %s
)
SELECT d.id, d.root, d.key, d.model, d.title, d.day, d.questions, asked.stem, p.places
FROM found
JOIN search_document AS d ON d.id = found.document_id
JOIN search_posting AS p ON p.document_id = found.document_id
JOIN asked ON asked.id = p.term_id
"""


def beginning_with(wanted, language):
    """Return what has all beginnings ``wanted``, as `Candidate`s, the newest first: their marks are
    the questions, their postings {(sign, beginning): `Place`s}.
    """
    stems = [sign + one for one in wanted for sign in (NAME, QUESTION)]
    first = FIRST if len(wanted) == 1 else FIRST_OF_SEVERAL
    sql = SQL.format(
        stems=", ".join(["%s"] * len(stems)), first=" UNION ".join([BEST] * len(stems))
    )
    of_each = chain.from_iterable((language, one, first) for one in stems)
    with connection.cursor() as cursor:
        cursor.execute(sql, [language, *stems, *of_each, len(wanted), MOST])
        return read(cursor.fetchall())


def read(rows):
    found = {}
    for key, root, thing, model, title, day, questions, term, places in rows:
        if key not in found:
            about = key, root, thing, model, title, str(day or ""), json.loads(questions)
            found[key] = Candidate(*about, {})
        found[key].postings[term[0], term[1:]] = unpack(places)
    lasting = "9"  # people, topics: before every day
    return sorted(found.values(), key=lambda one: (one.day or lasting, one.key), reverse=True)
