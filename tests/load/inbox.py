"""Show that the inbox is as quick with 1,000,000 requests as with 10,000.

`DATABASE_URL=postgres://… make bench-inbox` fills a database of its own on that server, opens the
views of the inbox as a person of the role Devis would, and prints for each the number of
queries, the median time at both sizes and their ratio, and how PostgreSQL finds the requests.
It fails when a query reads more than a tenth of a table, when a view asks more queries than
before, or when the export of all requests takes more than 150 MB.
"""

import statistics
import sys
import time

from tests.load.database import database, report, start_django

FEW, MANY = 10_000, 1_000_000
ROUNDS = 9
MOST_READ = 100_000  # rows of a table by one query: ten times what a list counts at most
MEMORY = 150  # megabytes above the start
LIST = "/cms/quote_requests/"
TABLES = ("contact_quoterequest", "contact_requestmail", "post_office_email")

# Every request speaks of “escaliers”; one in 25,000 of “oiseleur”, another is in English, another
# came by a second form, and of another a mail could not be delivered.
FILL = """
INSERT INTO contact_quoterequest (
    form_data, submit_time, reference, token, state, language, answers, name, company, email,
    page_id, page_title, source_title, spam_reasons, assignee_id, starred, last_contact,
    search_text)
SELECT '{}', now() - n * interval '90 seconds',
    'CW-' || lpad(upper(to_hex(n)), 8, '0'), gen_random_uuid(),
    (ARRAY['new','in_progress','answered','won','lost','spam'])[1 + (n::bigint * 7919) %% 6],
    CASE WHEN n %% 25000 = 7 THEN 'en' ELSE 'fr' END,
    jsonb_build_array(
        jsonb_build_object('name', 'activity', 'label', 'Votre activité', 'help_text', '',
            'type', 'multiline', 'purpose', '',
            'value', 'Nous fabriquons des escaliers. ' || t.text),
        jsonb_build_object('name', 'context', 'label', 'Le contexte', 'help_text', '',
            'type', 'multiline', 'purpose', '', 'value', repeat(t.text || ' ', 4))),
    'Personne ' || n, 'Société ' || n %% 40000, 'personne' || n %% 300000 || '@societe.example',
    CASE WHEN n %% 25000 = 11 THEN %(other_page)s ELSE %(page)s END, 'Demandez un devis', '', '[]',
    CASE WHEN n %% 50 = 0 THEN %(assignee)s END, n %% 1000 = 0, now() - n * interval '90 seconds',
    ' personne ' || n || ' societe ' || n %% 40000 || ' escaliers ' || t.text
FROM generate_series(%(first)s, %(last)s) AS n,
    LATERAL (SELECT 'mot' || n %% 977 || ' mot' || n %% 1009 ||
        CASE WHEN n %% 25000 = 0 THEN ' oiseleur' ELSE '' END AS text) AS t
"""

FILL_MAILS = """
WITH emails AS (
    INSERT INTO post_office_email (
        from_email, "to", cc, bcc, subject, message, html_message, status, backend_alias,
        created, last_updated)
    SELECT 'cw@cyberworkers.example', email, '', '', id::text, 'Bonjour.', '',
        CASE WHEN id %% 25000 = 13 THEN 1 ELSE 0 END, '', submit_time, submit_time
    FROM contact_quoterequest WHERE id BETWEEN %(first)s AND %(last)s
    RETURNING id, subject::bigint AS request, created)
INSERT INTO contact_requestmail (quote_request_id, email_id, kind, created_at)
SELECT request, id, 'confirmation', created FROM emails
"""


def fill(connection, first, last, **values):
    """Store the requests ``first`` to ``last``, which are their primary keys, with a mail each."""
    with connection.cursor() as cursor:
        for sql in (FILL, FILL_MAILS):
            cursor.execute(sql, {"first": first, "last": last, **values})
        for table in TABLES:
            cursor.execute(f"VACUUM ANALYZE {table}")


def views(newest, page, other_page, assignee):
    """Return the address of each view by what it shows."""
    from django.urls import reverse

    return {
        "the list": LIST,
        "a word that is rare": LIST + "?q=oiseleur",
        "a word that is in all": LIST + "?q=escaliers",
        "two words": LIST + "?q=mot17+mot500",
        "a word that is in none": LIST + "?q=introuvable",
        "all but spam": LIST + "?state=all",
        "a state": LIST + "?state=won",
        "a language": LIST + "?state=all&language=fr",
        "a language that is rare": LIST + "?state=all&language=en",
        "the same, to handle": LIST + "?language=en",
        "the same, of a state": LIST + "?state=won&language=en",
        "a person": LIST + f"?state=all&assignee={assignee}",
        "nobody, to handle": LIST + "?assignee=nobody",
        "a form": LIST + f"?state=all&page={page}",
        "a form that is rare": LIST + f"?state=all&page={other_page}",
        "the same one, to handle": LIST + f"?page={other_page}",
        "a mail that failed": LIST + "?state=all&marks=failed",
        "dates": LIST + "?state=all&submit_time_from=2026-01-01&submit_time_to=2026-02-01",
        "with a star": LIST + "?state=all&marks=starred",
        "not read": LIST + "?marks=unread",
        "the last page that is shown": LIST + "?state=all&p=200",
        "the home of the CMS": "/cms/",
        "a page of one request": reverse("quote_requests:edit", args=[newest]),
    }


def measure(client, address):
    """Return (median in seconds, queries) of a view, after one that fills the caches."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert client.get(address).status_code == 200, address
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - start)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return statistics.median(times), [query["sql"] for query in captured]


def plans(connection, queries):
    """Return how PostgreSQL reads the requests and mails: (lines to print, most rows read)."""
    lines, most = [], 0
    with connection.cursor() as cursor:
        for sql in queries:
            if any(table in sql for table in TABLES) and sql.startswith("SELECT"):
                cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + sql)
                for node in nodes(cursor.fetchone()[0][0]["Plan"]):
                    read = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
                    read += node.get("Rows Removed by Index Recheck", 0)
                    if node.get("Relation Name") in TABLES:
                        most = max(most, read * node["Actual Loops"])
                        lines.append(f"{node['Node Type']} {node.get('Index Name', '')}".strip())
    return list(dict.fromkeys(lines)), most


def nodes(plan):
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


def resident():
    """Return the memory of this process in megabytes."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def export(client):
    """Read the CSV of all requests as it comes; return (rows, megabytes above the start, s)."""
    start, most, lines, began = resident(), 0, 0, time.perf_counter()
    answer = client.get(LIST + "?state=all&export=csv")
    assert answer.status_code == 200
    for number, chunk in enumerate(answer.streaming_content):
        lines += chunk.count(b"CW-")
        if number % 2_000 == 0:
            most = max(most, resident())
    return lines, round(most - start, 1), round(time.perf_counter() - began, 1)


def main():
    start_django()
    from django.db import connection

    if connection.vendor != "postgresql":
        sys.exit("1,000,000 requests are PostgreSQL's: set DATABASE_URL.")
    from contact.models import QuoteRequest
    from home.setup import roles
    from tests import factories
    from tests.conftest import account, signed_in

    with database("bench_of_inbox"):
        client = signed_in(account("commercial", roles.SALES))
        pages = {"page": factories.quote_page().pk, "other_page": factories.quote_page("en").pk}
        values = {**pages, "assignee": client.user.pk}
        fill(connection, 1, FEW, **values)
        newest = QuoteRequest.objects.filter(state="won").latest("submit_time").pk
        few = {what: measure(client, address) for what, address in views(newest, **values).items()}
        fill(connection, FEW + 1, MANY, **values)
        good = True
        sys.stdout.write(
            f"{'':<26}{'queries':>8}{FEW:>12,}{MANY:>12,}{'ratio':>8}{'rows read':>10}\n"
        )
        for what, address in views(newest, **values).items():
            before, queries_before = few[what]
            after, queries = measure(client, address)
            found, read = plans(connection, queries)
            # Where a list has no rows, nothing is asked about them.
            more = len(queries) - len(queries_before)
            wrong = more > 2 or read > MOST_READ
            good = good and not wrong
            sys.stdout.write(
                f"{what:<26}{len(queries):>8}{before * 1000:>9.1f} ms{after * 1000:>9.1f} ms"
                f"{after / before:>8.2f}{read:>10,}{'  WRONG' if wrong else ''}\n"
            )
            sys.stdout.write("".join(f"    {line}\n" for line in found))
        rows, megabytes, seconds = export(client)
        good &= report(
            "The CSV export of all",
            [
                ("requests", rows, QuoteRequest.objects.exclude(state="spam").count()),
                ("megabytes above the start", megabytes, None),
                (f"less than {MEMORY} megabytes", megabytes < MEMORY, True),
                ("seconds", seconds, None),
            ],
        )
    sys.exit(not good)


if __name__ == "__main__":
    main()
