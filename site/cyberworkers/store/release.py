"""Which code and settings make the answers: other ones must not find what these have kept."""

import json
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.apps import apps
from django.conf import settings

MADE_OF = ("*.py", "*.html", "*.mo", "*.xml", "*.txt")


@cache
def release():
    """Return a name of the code, templates, catalogues, static files and settings of this process.

    The same in all processes that were started with the same ones.
    """
    return name_of([*code(), *Path(settings.STATIC_ROOT).glob("staticfiles.json")])


def name_of(files):
    """Return a name of these files, as they are now, and of the settings."""
    digest = blake2b(digest_size=16)
    for file in sorted(files):
        seen = file.stat()
        digest.update(f"{file} {seen.st_mtime_ns} {seen.st_size}".encode())
    values = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    digest.update(json.dumps(values, default=type_name, sort_keys=True, skipkeys=True).encode())
    return digest.hexdigest()


def code():
    """Yield our files of which answers are made, and what names the packages."""
    folders = {settings.SITE_DIR} | {Path(app.path) for app in apps.get_app_configs()}
    yield settings.BASE_DIR / "requirements.txt"
    for folder in folders:
        if settings.BASE_DIR in (folder.parent, folder.parent.parent):  # no package
            for pattern in MADE_OF:
                yield from folder.rglob(pattern)


def type_name(value):
    """Stand for what has no plain value, and may be written differently in every process."""
    return type(value).__name__
