"""The site's settings, with everything a test must not share with a running site."""

import os
import tempfile
from pathlib import Path

os.environ["SECRET_KEY"] = "only-for-tests-and-long-enough-to-please-the-deploy-check-0123456789"
os.environ["SITE_URL"] = "http://testserver"
os.environ["DEBUG"] = "0"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["CACHE_URL"] = "locmemcache://"
# Tests answer the form at once; those of the minimum time set it (tests/contact/test_spam.py).
os.environ["QUOTE_MIN_SECONDS"] = "0"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ.setdefault("DATABASE_URL", "")

from cyberworkers.settings import *  # noqa: E402, F403
from cyberworkers.settings import DATABASES, STATE_DIR, STORAGES  # noqa: E402

# A file, so that the browser's server sees what the test wrote.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": STATE_DIR / "test.sqlite3"}
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="cyberworkers-static-"))
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="cyberworkers-media-"))
STORAGES["private"]["OPTIONS"]["location"] = tempfile.mkdtemp(prefix="cyberworkers-private-")
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast
