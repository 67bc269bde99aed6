"""A database of its own for a proof, made as an installation makes it, and removed."""

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start_django(settings="tests.settings"):
    """Set Django up with the suite's settings, outside of the suite."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_SETTINGS_MODULE"] = settings
    import django

    django.setup()


@contextmanager
def database(name):
    """Make the database ``name`` on DATABASE_URL's server (a file for SQLite); set the site up."""
    from django.core.management import call_command
    from django.db import connection

    with tempfile.TemporaryDirectory() as folder:
        if connection.vendor == "sqlite":
            name = f"{folder}/{name}.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = name
        previous = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            call_command("setup_site", verbosity=0)
            yield connection
        finally:
            connection.creation.destroy_test_db(previous, verbosity=0)


def environment(mail_url):
    """Return the environment of a process of the site that works on this database."""
    from django.db import connection

    config = connection.settings_dict
    url = f"sqlite:///{config['NAME']}"
    if connection.vendor == "postgresql":
        account = ":".join(filter(None, [config["USER"], config["PASSWORD"]]))
        url = f"postgres://{account}@{config['HOST']}:{config['PORT']}/{config['NAME']}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "cyberworkers.settings",
        "DATABASE_URL": url,
        "CACHE_URL": "locmemcache://",
        "EMAIL_URL": mail_url,
        "SECRET_KEY": "for-this-proof-only",
        "SITE_URL": "http://localhost",
    }


def report(heading, rows):
    """Print rows of (claim, what was seen, as it should be or None); return whether all hold."""
    sys.stdout.write(f"{heading}\n")
    for claim, seen, expected in rows:
        verdict = "" if expected is None else "ok" if seen == expected else f"WRONG, not {expected}"
        sys.stdout.write(f"  {claim:<54}{seen:>10}  {verdict}\n")
    return right(rows)


def right(rows):
    return all(expected in (None, seen) for _, seen, expected in rows)
