"""A fresh copy of the site with demo content, on databases of its own, and its web process."""

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.bench.gauges.cores import cpu_seconds
from tests.bench.gauges.processes import ROOT, bare_environment, running
from tests.load.ports import free_port

NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".env", "var", "node_modules", "__pycache__")
DATABASE = "cyberworkers_bench"
APPLICATION = "cyberworkers.wsgi:application"


def own_server(port, *application):
    """Return the command of the site's web process, as `deploy/run.py` starts it; or of the same
    server with the same options around ``application`` (package.module:name).
    """
    if not application:
        return [sys.executable, "deploy/web.py"]
    options = (
        "--interface wsgi --http 1 --no-ws --workers 2 --blocking-threads 16 "
        f"--backpressure 4096 --log-level error --host 127.0.0.1 --port {port}"
    )
    return [sys.executable, "-m", "granian", *options.split(), *application]


class Copy:
    """A copy of this folder in ``folder``, so that neither var/ nor .env are read or changed."""

    def __init__(self, folder, database):
        self.folder = Path(folder, "site")
        shutil.copytree(ROOT, self.folder, ignore=NOT_COPIED)
        self.database = database

    def environment(self, port=8000, **more):
        """Return the environment of the site's processes: accepts every form, whoever sends it."""
        given = {name: os.environ[name] for name in ("CACHE_URL",) if os.environ.get(name)}
        return bare_environment(
            PYTHONPATH=f"{self.folder}:{self.folder / 'site'}",
            DJANGO_SETTINGS_MODULE="cyberworkers.settings",
            HOME=str(self.folder.parent),
            HOST="127.0.0.1",
            PORT=str(port),
            SECRET_KEY="for-this-bench-only",
            SITE_URL="http://127.0.0.1:8000",
            ALLOWED_HOSTS="127.0.0.1",
            DATABASE_URL=self.database,
            QUOTE_MIN_SECONDS="0",
            QUOTE_MAX_PER_HOUR="1000000",
            **given,
            **more,
        )

    def start(self, core):
        """Run `deploy/run.py` until the site answers; return the CPU seconds that it took to
        prepare it, and with the start of web processes and worker.
        """
        port = free_port()
        url = f"http://127.0.0.1:{port}/healthz/ready/"
        command = [sys.executable, "deploy/run.py"]
        with running(command, url, core, self.folder, self.environment(port)) as process:
            return cpu_seconds(process.pid, alone=True), cpu_seconds(process.pid)

    @contextmanager
    def served(self, core, *application, **more):
        """Yield (address, process) of the web process."""
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        path = "/" if application else "/healthz/live/"
        command, environment = own_server(port, *application), self.environment(port, **more)
        with running(command, address + path, core, self.folder, environment) as process:
            yield address, process


@contextmanager
def database(folder):
    """Yield the DATABASE_URL of an empty database: on the server of ours, or a file in ``folder``.

    One of that name on the server is removed before and afterwards.
    """
    given = urlsplit(os.environ.get("DATABASE_URL", ""))
    if not given.scheme.startswith("postgres"):
        yield f"sqlite:///{folder}/db.sqlite3"
        return
    recreate(given, f'CREATE DATABASE "{DATABASE}"')
    try:
        yield urlunsplit(given._replace(path=f"/{DATABASE}"))
    finally:
        recreate(given)


def recreate(url, *statements):
    """Drop our database on the server of ``url``, then run ``statements``."""
    import psycopg2

    connection = psycopg2.connect(urlunsplit(url))
    connection.autocommit = True  # databases are made and dropped outside of transactions
    try:
        with connection.cursor() as cursor:
            for statement in (f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)', *statements):
                cursor.execute(statement)
    finally:
        connection.close()
