"""Triggers that note in the database what changes for readers.

In the transaction of the change, whatever makes it: a form, the worker, a bulk update, raw SQL.
"""

from django.db import connections, transaction
from wagtail.models import Page

from cyberworkers.store.models import Change
from cyberworkers.store.shown import (
    column_of_page,
    counts_when_new,
    shown_columns,
    shown_models,
)

NAME = "noted_for_readers"
EVENTS = ("INSERT", "UPDATE", "DELETE")


def before_migrations(using, plan, **kwargs):
    """Take the triggers away: SQLite cannot remake a table that one of them names."""
    if plan:
        run(using, lambda database: database.removal())


def after_migrations(using, **kwargs):
    """Make the triggers anew, on every table of which readers see rows, and note a change."""
    if Change._meta.db_table in connections[using].introspection.table_names():
        run(using, lambda database: [*database.removal(), *database.making()])


def run(using, statements):
    connection = connections[using]
    database = {"sqlite": SQLite, "postgresql": PostgreSQL}[connection.vendor](connection)
    with transaction.atomic(using), connection.cursor() as cursor:
        for statement in statements(database):
            cursor.execute(statement)


def when(event, model, quote, differ):
    """Return the condition under which ``event`` of a row of ``model`` counts, None for always.

    ``quote`` quotes names, ``differ`` is the database's operator for two values that differ, NULL
    being a value. False for never.
    """
    if event == "UPDATE":
        columns = map(quote, shown_columns(model))
        return " OR ".join(f"OLD.{column} {differ} NEW.{column}" for column in columns)
    if event == "INSERT" and model is Page:
        return "NEW.live"
    if event == "INSERT" and not counts_when_new(model):
        return False
    return None


class Database:
    """``removal`` and ``making`` return the statements that remove and make the triggers."""

    def __init__(self, connection):
        self.connection = connection
        self.quote = connection.ops.quote_name
        self.change = self.quote(Change._meta.db_table)

    def ask(self, sql):
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [f"{NAME}%"])
            return cursor.fetchall()


class SQLite(Database):
    """One row: one at a time writes."""

    def removal(self):
        triggers = self.ask(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
        )
        return [f"DROP TRIGGER {self.quote(name)}" for (name,) in triggers]

    def making(self):
        yield from self.note()
        for model in shown_models():
            for event in EVENTS:
                condition = self.condition(event, model)
                if condition is not False:
                    yield self.trigger(event, model._meta.db_table, condition)

    def note(self):
        # No INSERT OR REPLACE: an INSERT OR IGNORE that fires the trigger would turn it into one.
        return [
            f"DELETE FROM {self.change}",
            f"INSERT INTO {self.change} VALUES (1, lower(hex(randomblob(16))), NULL)",
        ]

    def condition(self, event, model):
        column = column_of_page(model)
        if event == "INSERT" and column:
            return f"(SELECT live FROM wagtailcore_page WHERE id = NEW.{self.quote(column)})"
        return when(event, model, self.quote, "IS NOT")

    def trigger(self, event, table, condition):
        name = self.quote(f"{NAME}_{event.lower()}_{table}")
        only = f"WHEN {condition} " if condition else ""
        note = "; ".join(self.note())
        return f"CREATE TRIGGER {name} AFTER {event} ON {self.quote(table)} {only}BEGIN {note}; END"


class PostgreSQL(Database):
    """A row for each transaction: none waits for another, and none is overlooked."""

    def removal(self):
        triggers = self.ask(
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE tgname LIKE %s AND pg_table_is_visible(pg_class.oid)"
        )
        return [f"DROP TRIGGER {self.quote(name)} ON {self.quote(on)}" for name, on in triggers]

    def making(self):
        yield self.note()
        yield self.function(NAME)
        page = "FROM wagtailcore_page WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint"
        # Who is publishing the page at this moment does not see the row, and has noted a change
        # without it: one waits for the other.
        yield self.function(
            f"{NAME}_of_live_page",
            f"IF NOT EXISTS (SELECT {page} AND live) THEN PERFORM {page} FOR SHARE;"
            f" IF NOT EXISTS (SELECT {page} AND live) THEN RETURN NULL; END IF; END IF;",
        )
        for model in shown_models():
            yield from self.triggers(model)

    def note(self):
        # A new name for each statement: a transaction may read between two of its changes.
        return (
            f"INSERT INTO {self.change} AS known"
            " VALUES (txid_current(), gen_random_uuid(), statement_timestamp())"
            " ON CONFLICT (transaction) DO UPDATE"
            " SET token = EXCLUDED.token, statement = EXCLUDED.statement"
            " WHERE known.statement <> EXCLUDED.statement"
        )

    def function(self, name, first=""):
        return (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"{first} {self.note()}; RETURN NULL; END $$"
        )

    def triggers(self, model):
        table = model._meta.db_table
        column = column_of_page(model)
        for event in EVENTS:
            condition = when(event, model, self.quote, "IS DISTINCT FROM")
            if event == "INSERT" and column:
                yield self.trigger(event, table, None, f"{NAME}_of_live_page('{column}')")
            elif condition is not False:
                yield self.trigger(event, table, condition, f"{NAME}()")
        yield (
            f"CREATE TRIGGER {NAME}_truncate AFTER TRUNCATE ON {self.quote(table)}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()"
        )

    def trigger(self, event, table, condition, function):
        only = f"WHEN ({condition}) " if condition else ""
        return (
            f"CREATE TRIGGER {NAME}_{event.lower()} AFTER {event} ON {self.quote(table)} "
            f"FOR EACH ROW {only}EXECUTE FUNCTION {function}"
        )
