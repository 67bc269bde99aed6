"""The suite's settings for several processes that share caches and media in PROOF_FOLDER."""

import os
from pathlib import Path

from tests.settings import *  # noqa: F403
from tests.settings import MIDDLEWARE, STORAGES

FOLDER = Path(os.environ["PROOF_FOLDER"])
STATIC_ROOT, MEDIA_ROOT = FOLDER / "static", FOLDER / "media"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES["private"]["OPTIONS"]["location"] = FOLDER / "private"
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": FOLDER / name,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
    for name in ("default", "pages")
}
MIDDLEWARE = [
    "tests.load.asked.NoteAsked",
    "tests.load.slowness.SlowStatements",
    *MIDDLEWARE,
]
