"""Mixed requests, and what memory the web processes have before and after."""

import http.client
import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from tests.bench.gauges.cores import megabytes, on_core

CLIENTS = 4
HEADERS = {"Accept-Encoding": "gzip"}


def growth(url, process, core, paths, count, seconds):
    """Ask ``count`` times for ``paths`` in turn, no longer than ``seconds``.

    Return (requests answered, megabytes at the start, after a tenth and at the end): the first
    requests load what is loaded once.
    """
    start = megabytes(process.pid)
    with on_core(core):  # threads inherit it
        end = time.monotonic() + seconds
        first = ask(url, paths, count // 10, end)
        warm = megabytes(process.pid)
        done = first + ask(url, paths, count - count // 10, end)
    return done, start, warm, megabytes(process.pid)


def ask(url, paths, count, end):
    """Return how many of ``count`` requests were answered until the moment ``end``."""
    numbers = itertools.count()

    def client(_):
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        answered = 0
        while time.monotonic() < end and (number := next(numbers)) < count:
            path = paths[number % len(paths)]
            # Every search is another one.
            connection.request("GET", path.replace("fibre", f"fibre+{number}"), headers=HEADERS)
            connection.getresponse().read()
            answered += 1
        connection.close()
        return answered

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(client, range(CLIENTS)))
