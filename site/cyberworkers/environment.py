"""What settings read from the environment: typed, and loud on nonsense."""

import ipaddress
import re
from email.utils import formataddr, parseaddr
from importlib.util import find_spec
from urllib.parse import parse_qsl, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

env = environ.Env()

DATABASES = ("sqlite", "postgres", "postgresql")
CACHES = ("filecache", "locmemcache", "redis", "rediss")
FORGIVING = {
    kind: f"cyberworkers.outages.cache.{kind}" for kind in ("FileBasedCache", "RedisCache")
}
MAILERS = ("smtp", "smtp+tls", "smtp+ssl", "filemail", "consolemail", "memorymail", "dummymail")


def flag(name):
    """Return True for 1 and False for 0 or nothing; refuse every other value."""
    value = env.str(name, default="0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not “{value}”.")
    return value == "1"


def number(name, default):
    """Return a whole number from 0; ``default`` where it is not set."""
    value = env.str(name, default="").strip() or str(default)
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.")
    return int(value)


def page_cache():
    """Return PAGE_CACHE in bytes: a number of megabytes, 0 for off."""
    if env.str("PAGE_CACHE", default="").strip() == "off":
        return 0
    return number("PAGE_CACHE", 64) * 1024 * 1024


def cache(value):
    """Return the settings of a CACHE_URL: of a cache whose failures are misses."""
    config = env.cache_url_config(value)
    config["BACKEND"] = FORGIVING.get(config["BACKEND"].rpartition(".")[2], config["BACKEND"])
    if config["BACKEND"] == FORGIVING["RedisCache"]:
        # A server that answers nothing is away after a second; without these, never.
        seconds = {"socket_connect_timeout": 1, "socket_timeout": 1}
        config["OPTIONS"] = seconds | config.get("OPTIONS", {})
    return config


def pages_cache(default):
    """Return the cache for whole answers: of the same kind as ``default``, apart from it."""
    kind = default["BACKEND"].rpartition(".")[2]
    if kind == "RedisCache":
        return default | {"KEY_PREFIX": "pages"}
    if kind == "FileBasedCache":
        return default | {
            "LOCATION": f"{default['LOCATION']}/pages",
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    return default | {"LOCATION": "pages"}


def text(name):
    """Return a value that the site cannot do without."""
    value = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. See .env.example.")
    return value


def service(name, schemes, read, default):
    """Return what ``read`` makes of the URL called ``name``, or ``default`` where it is not set.

    Raises ImproperlyConfigured for a scheme that is not in ``schemes`` and for a URL that
    cannot be read, without repeating the value, which may hold a password.
    """
    value = env.str(name, default="").strip()
    if not value:
        return default
    scheme, separator, _rest = value.partition("://")
    if scheme not in schemes or not separator:
        known = ", ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} must begin with one of {known}")
    try:
        return read(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} cannot be read: see .env.example.") from None


def database(default):
    """Return the settings of DATABASE_URL; refuse a server without a database's name."""
    config = service("DATABASE_URL", DATABASES, env.db_url_config, default)
    if not config["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL names no database: see .env.example.")
    return config


def site_url():
    """Return SITE_URL without its last slash: ``https://magazine.example``."""
    value = text("SITE_URL").rstrip("/")
    try:
        parts = urlsplit(value)
        extras = parts.path or parts.query or parts.fragment or parts.username or parts.port == 0
        usable = parts.scheme in ("http", "https") and parts.hostname and not extras
    except ValueError:  # brackets that do not match, a port that is none
        usable = False
    if not usable:
        raise ImproperlyConfigured(
            f"SITE_URL must be like https://magazine.example, not “{value}”."
        )
    return value


def hosts(name, default):
    """Return the host names of a list with commas; refuse addresses."""
    names = [host.strip() for host in env.str(name, default="").split(",") if host.strip()]
    for host in names:
        if not re.fullmatch(r"[\w.*\[\]:-]+", host):
            raise ImproperlyConfigured(f"{name} takes host names like a.example, not “{host}”.")
    return names or [default]


def video_hosts(name):
    """Return the host names of a list with commas, none by default; refuse ports and wildcards."""
    names = [host.strip().lower() for host in env.str(name, default="").split(",")]
    for host in filter(None, names):
        if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+", host):
            raise ImproperlyConfigured(f"{name} takes host names like a.example, not “{host}”.")
    return [host for host in names if host]


def identifier(name):
    """Return a value of small letters and digits, or nothing."""
    value = env.str(name, default="").strip()
    if not re.fullmatch(r"[a-z0-9]{0,30}", value):
        raise ImproperlyConfigured(f"{name} is letters and digits, not “{value}”.")
    return value


def networks(name, default):
    """Return the networks of a list with commas: ``[IPv4Network("10.0.0.0/8")]``."""
    values = [part.strip() for part in env.str(name, default="").split(",") if part.strip()]
    found = []
    for value in values or default:
        try:
            found.append(ipaddress.ip_network(value))
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} takes IP addresses or networks like 10.0.0.0/8, not “{value}”."
            ) from None
    return found


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


def contact(name):
    """Return an address of e-mail as “mailto:…”, that of a page as it is, or "".

    Raises ImproperlyConfigured for anything else: RFC 9116, 2.5.3, wants a URI.
    """
    value = env.str(name, default="").strip()
    address = value.removeprefix("mailto:")
    if not value or (value.startswith("https://") and urlsplit(value).hostname):
        return value
    try:
        validate_email(address)
    except ValidationError:
        text = f"{name} must be an e-mail address or begin with https://, not “{value}”."
        raise ImproperlyConfigured(text) from None
    return f"mailto:{address}"


def file_storages(folder):
    """Return Django's STORAGES for public media and private files, as MEDIA_STORAGE says.

    Without it both lie in ``folder``. With ``s3://key:secret@endpoint/bucket?domain=…`` both lie
    in a bucket: what is private can only be read with a signature, and no address shows it.
    Raises ImproperlyConfigured when it cannot be read, or when its packages are missing.
    """
    value = env.str("MEDIA_STORAGE", default="").strip()
    if value in ("", "local"):
        backend = "django.core.files.storage.FileSystemStorage"
        private = {"location": folder / "private", "base_url": None}
        return {
            "default": {"BACKEND": backend},
            "private": {"BACKEND": backend, "OPTIONS": private},
        }
    try:
        url = urlsplit(value)
        bucket = url.path.strip("/")
        port = f":{url.port}" if url.port else ""
        query = dict(parse_qsl(url.query, strict_parsing=True)) if url.query else {}
    except ValueError:
        bucket = None
    if not bucket or "/" in bucket or url.scheme != "s3" or not url.hostname:
        raise ImproperlyConfigured(
            "MEDIA_STORAGE must be “local” or like "
            "s3://key:secret@endpoint/bucket?domain=media.example"
        )
    if unknown := query.keys() - {"domain", "region"}:
        raise ImproperlyConfigured(f"MEDIA_STORAGE does not know “{min(unknown)}”.")
    if not (find_spec("storages") and find_spec("boto3")):
        raise ImproperlyConfigured(
            "MEDIA_STORAGE=s3://… needs a package: .venv/bin/pip install 'django-storages[s3]'"
        )
    bucket_options = {
        "bucket_name": bucket,
        "access_key": unquote(url.username or "") or None,
        "secret_key": unquote(url.password or "") or None,
        "endpoint_url": f"https://{url.hostname}{port}",
        "region_name": query.get("region"),
        "file_overwrite": False,
    }
    public = {"location": "media", "querystring_auth": False, "custom_domain": query.get("domain")}
    private = {"location": "private", "default_acl": "private"}
    return {
        name: {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": bucket_options | own}
        for name, own in {"default": public, "private": private}.items()
    }
