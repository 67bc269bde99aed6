"""What settings read from the environment: typed, and loud on nonsense."""

from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

env = environ.Env()

DATABASES = ("sqlite", "postgres", "postgresql")
CACHES = ("filecache", "locmemcache", "redis", "rediss")
MAILERS = ("smtp", "smtp+tls", "smtp+ssl", "filemail", "consolemail", "memorymail", "dummymail")


def flag(name):
    """Return True for 1 and False for 0 or nothing; refuse every other value."""
    value = env.str(name, default="0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not “{value}”.")
    return value == "1"


def text(name):
    """Return a value that the site cannot do without."""
    value = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. See .env.example.")
    return value


def address(name, schemes, default):
    """Return the name of a service as a URL, after a look at its scheme.

    Raises ImproperlyConfigured for a scheme that is not in ``schemes``, without
    repeating the value, which may hold a password.
    """
    value = env.str(name, default="").strip() or default
    scheme = value.partition(":")[0]
    if scheme not in schemes:
        known = ", ".join(f"{scheme}:" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} must begin with one of {known}")
    return value


def site_url():
    """Return SITE_URL without its last slash: ``https://magazine.example``."""
    value = text("SITE_URL").rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise ImproperlyConfigured(
            f"SITE_URL must be like https://magazine.example, not “{value}”."
        )
    return value


def sender(name, url):
    """Return the sender of mails; by default noreply@ the site's host, or @localhost."""
    value = env.str(name, default="").strip()
    host = urlsplit(url).hostname
    given = parseaddr(value)[1] if value else f"noreply@{host}"
    try:
        validate_email(given)
    except ValidationError:
        if value:
            raise ImproperlyConfigured(f"{name} is no e-mail address: “{value}”.") from None
        given = "noreply@localhost"  # the site's host is an IP address or a bare name
    return value or formataddr(("Cyberworkers", given))
