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
# Whatever is free where the tests run; those of a full disk set it.
os.environ["MIN_FREE_MB"] = "0"
os.environ.setdefault("DATABASE_URL", "")

from cyberworkers.settings import *  # noqa: E402, F403
from cyberworkers.settings import STORAGES  # noqa: E402

# Of each process its own, and removed when it ends.
_folder = tempfile.TemporaryDirectory(prefix="cyberworkers-tests-")
STATIC_ROOT = Path(_folder.name, "static")
STATIC_ROOT.mkdir()
MEDIA_ROOT = Path(_folder.name, "media")
STORAGES["private"]["OPTIONS"]["location"] = Path(_folder.name, "private")
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast
