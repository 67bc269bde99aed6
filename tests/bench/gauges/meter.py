"""Measure a WSGI application in the process that holds it; runs beside what it measures.

`python -m tests.bench.gauges.meter package.module:application` reads orders, a line of JSON each,
and answers each with a line: see ORDERS. What it measures is the CPU time of this process, as a web
process would need it, without the server. The parent's side is `tests/bench/gauges/subject.py`.
"""

import itertools
import json
import re
import sys
import time
from contextlib import contextmanager
from importlib import import_module
from urllib.parse import urlencode

from tests.bench.gauges.calling import call

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
visitors = itertools.count(1)


def named(path):
    """Return the object ``package.module:name``."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


@contextmanager
def statements():
    """Yield a list that gets the seconds of each SQL statement, but for BEGIN of SQLite."""
    from django.db import connection

    seconds = []

    def watch(execute, sql, params, many, context):
        start = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            if not sql.startswith("BEGIN"):
                seconds.append(time.perf_counter() - start)

    with connection.execute_wrapper(watch):
        yield seconds


def measure(act, times, prepare=tuple):
    """Call ``act`` with what ``prepare`` returns, ``times`` times; only ``act`` is measured.

    Return CPU milliseconds (the least: whatever disturbs adds), SQL statements and their
    milliseconds (wall time, the least), and the last answer's status, size and headers.
    """
    cpu, sql = [], []
    for _ in range(times):
        given = prepare()
        start = time.process_time()
        answer = act(*given)
        cpu.append(time.process_time() - start)
    for _ in range(max(1, min(times // 2, 3))):
        given = prepare()
        with statements() as seconds:
            answer = act(*given)
        sql.append((sum(seconds), len(seconds)))
    least, count = min(sql)
    return {"cpu": min(cpu) * 1000, "queries": count, "sql": least * 1000} | answer


def get(application, path, times, headers=()):
    """Ask for ``path`` once to fill caches, then measure."""
    call(application, path, dict(headers))
    answer = measure(lambda: brief(call(application, path, dict(headers))), times)
    return answer


def again(application, path, times, headers=()):
    """The same with the validators that the answer had: a 304 where the site knows it."""
    first = call(application, path, dict(headers))
    names = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
    known = {names[name]: first.headers[name] for name in names if name in first.headers}
    return get(application, path, times, dict(headers) | known)


def send(application, path, fields, times):
    """Measure the post of a form that was fetched for it, each time by another visitor.

    ``{visitor}`` in a value becomes the visitor's number.
    """

    def fetch():
        visitor = next(visitors)
        form = call(application, path)
        hidden = dict(HIDDEN.findall(form.body.decode()))
        headers = {
            "Cookie": form.headers["Set-Cookie"].split(";")[0],
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Forwarded-For": "10.{}.{}.{}".format(*visitor.to_bytes(3, "big")),
        }
        values = {name: value.format(visitor=visitor) for name, value in fields.items()}
        return path, headers, "POST", urlencode(hidden | values).encode()

    call(application, *fetch())
    return measure(lambda *given: brief(call(application, *given)), times, fetch)


def act(application, name, times):
    """Measure a function that is none of a request."""
    function = named(name)

    def work():
        function()
        return {"status": None, "size": 0, "headers": {}}

    return measure(work, times)


def run(application, name, **arguments):
    """Return what a function returns."""
    return named(name)(**arguments)


def read(application, path, headers=()):
    """Return the body of an answer, byte for byte (ISO 8859-1)."""
    return call(application, path, dict(headers)).body.decode("latin-1")


def brief(answer):
    return {"status": answer.status, "size": len(answer.body), "headers": answer.headers}


ORDERS = {"get": get, "again": again, "send": send, "act": act, "run": run, "read": read}


def main():
    # What the application prints goes elsewhere than the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    application = named(sys.argv[1])
    for line in sys.stdin:
        order = json.loads(line)
        answer = ORDERS[order.pop("do")](application, **order)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
