"""A database that is read but takes nothing: SQLite when somebody holds it for too long."""

from contextlib import contextmanager

from django.db import OperationalError, connection


@contextmanager
def takes_nothing():
    def refuse(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield
