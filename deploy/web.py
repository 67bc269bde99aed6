"""The web server, in `make run` as in production: `.venv/bin/python deploy/web.py`.

Why this one, and what each limit is for: docs/decisions/2026-11-server.md.
"""

import contextlib
import gc
import os
import resource
import sys
from pathlib import Path

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from preflight import check_port
from watch import watch

FOLDER = Path(__file__).resolve().parents[1]
APPLICATION = "cyberworkers.wsgi:application"
MOST_PROCESSES = 64
THREADS = 16  # of a process; each may hold a connection to the database
CONNECTIONS = 4096  # of a process, the silent ones too
HEAD_SECONDS = 10  # for a request's head; also how long a connection may be silent between two
HEAD_BYTES = 64 * 1024
GRACE = 30  # seconds for the requests under way when a process shall end


def main():
    os.chdir(FOLDER)
    sys.path[:0] = [str(FOLDER), str(FOLDER / "site")]
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    # Two servers on one port would share the visitors between them.
    check_port(host, port)
    server = Granian(
        APPLICATION,
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=processes(),
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEAD_SECONDS * 1000, max_buffer_size=HEAD_BYTES
        ),
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
        log_level=LogLevels.error,
    )
    load()
    allow_connections()
    watch(2 * server.workers)
    server.serve()


def processes():
    """Return WEB_CONCURRENCY, or 2. Ends with a sentence where that is no sensible number."""
    value = os.environ.get("WEB_CONCURRENCY", "").strip() or "2"
    if not value.isdecimal() or not 0 < int(value) <= MOST_PROCESSES:
        sys.exit(f"WEB_CONCURRENCY must be a number from 1 to {MOST_PROCESSES}, not “{value}”.")
    return int(value)


def load():
    """Import the application before the processes are forked, which then share its memory.

    What is there now stays: the collector of garbage need not look through it again and again.
    """
    import cyberworkers.wsgi  # noqa: F401 - it ends with a sentence when a setting is wrong

    gc.collect()
    gc.freeze()


def allow_connections():
    """Raise the number of open files of this process as far as it may."""
    _soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    main()
