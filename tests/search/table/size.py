"""How much room the readers' index takes."""

from django.db import connection

TABLES = [f"search_{table}" for table in ("document", "term", "posting", "word")]


def size():
    """Return the bytes of the tables of the index with their own indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s) name", [TABLES]
            )
        else:
            cursor.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_%%'")
        return int(cursor.fetchone()[0] or 0)
