"""Settings, read from the environment; safe for production unless told otherwise.

`.env` beside manage.py is read first; what the environment says itself wins.
`.env.example` documents every name.
"""

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from cyberworkers import environment
from cyberworkers.environment import env

BASE_DIR = Path(__file__).resolve().parents[2]
SITE_DIR = BASE_DIR / "site"
STATE_DIR = BASE_DIR / "var"
STATE_DIR.mkdir(exist_ok=True)

if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY")
SITE_URL = environment.site_url()
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", urlsplit(SITE_URL).hostname)

# Applications: ours first, so that our templates win; in the order in which they fill slots.

INSTALLED_APPS = [
    # Looked for, from the top, at each address of a file.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "cyberworkers.store",
    "editing",
    "home",
    "search",
    "articles",
    "contact",
    "audience",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "home.users.apps.UsersConfig",  # wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "post_office",
    "axes",
    "csp",
    "django.contrib.humanize",  # the words of Wagtail's “… seconds ago”
    "django.contrib.sitemaps",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cyberworkers.middleware.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cyberworkers.middleware.Compression",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cyberworkers.middleware.LanguageOfAddress",
    "cyberworkers.answering.asked.NoteRequest",
    "cyberworkers.middleware.RefuseTooLarge",
    "cyberworkers.middleware.RefuseUnreadable",  # in the language of the address
    "django.middleware.common.CommonMiddleware",
    "cyberworkers.typography.dates.FirstOfMonth",
    "editing.editor.sessions.KeepWhatWasTyped",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "editing.editor.writers.KeepTextsToTheirWriters",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cyberworkers.middleware.Redirects",
    "cyberworkers.answering.routing.RoutePages",
    "cyberworkers.answering.malformed.RefuseMalformed",
    "editing.permissions.KeepPagesToTheirPeople",
    "editing.checklist.refusal.SayWhyNotReady",
    "editing.review.messages.SayWhatBecameOfIt",
    "editing.translation.locks.GuardTranslations",
    "axes.middleware.AxesMiddleware",  # answers who is locked out, and asks nothing of others
]

# Models that every app needs, whichever app has them.
HOME_PAGE_MODEL = "home.HomePage"
LEGAL_IDENTITY_MODEL = "home.LegalIdentity"

ROOT_URLCONF = "cyberworkers.urls"
WSGI_APPLICATION = "cyberworkers.wsgi.application"
# The site is at the root of its host (SITE_URL): no header says otherwise.
FORCE_SCRIPT_NAME = ""

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {
                name: f"cyberworkers.templatetags.{name}"
                for name in ("found", "frame", "legal", "pictures", "prose", "slots", "typography")
            },
        },
    },
]

# State: database, cache, files.

DATABASES = {
    "default": environment.database(
        {"ENGINE": "django.db.backends.sqlite3", "NAME": STATE_DIR / "db.sqlite3"}
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Web workers and the worker write side by side: readers never wait, writers queue.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # A server that is not there is away after seconds; without these, after minutes.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 3,  # seconds
        "tcp_user_timeout": 10_000,  # milliseconds
        **DATABASES["default"].get("OPTIONS", {}),
    }
DATABASES["default"]["CONN_MAX_AGE"] = 60  # seconds
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": environment.service(
        "CACHE_URL",
        environment.CACHES,
        environment.cache,
        {
            "BACKEND": environment.FORGIVING["FileBasedCache"],
            "LOCATION": STATE_DIR / "cache",
        },
    )
}
# Answers that are the same for everybody, kept for all processes: see cyberworkers/store/.
CACHES["pages"] = environment.pages_cache(CACHES["default"])
# How much of them a process holds in its memory, in bytes; 0 keeps none anywhere.
PAGE_CACHE = environment.page_cache() if not DEBUG else 0
# How addresses begin whose answers are never kept.
NOT_STORED = ("/cms/", "/audience/", "/documents/", "/healthz/", "/calendar/")

MEDIA_ROOT = STATE_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = STATE_DIR / "static"
STATIC_URL = "/static/"
# An error page must not fail because a file was not collected.
WHITENOISE_MANIFEST_STRICT = False
STATICFILES_DIRS = [SITE_DIR / "static"]
WHITENOISE_ROOT = SITE_DIR / "root"  # what browsers ask for under addresses of their own choice
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
# "private" holds what visitors send with their requests: no address of the site serves it.
STORAGES = environment.file_storages(STATE_DIR) | {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "cyberworkers.static_files.BundledStaticFiles"
    },
}

# Mail goes through the outbox: stored at once, sent by the worker.

EMAIL_BACKEND = "post_office.EmailBackend"
_mailer = environment.service(
    "EMAIL_URL",
    environment.MAILERS,
    env.email_url_config,
    {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": STATE_DIR / "mail",
    },
)
POST_OFFICE = {
    "BACKENDS": {"default": _mailer.pop("EMAIL_BACKEND")},
    "DEFAULT_PRIORITY": "medium",
    # The worker sends mail by mail and has its own pauses: see editing/outbox/delivery.py.
    "BATCH_SIZE": 20,
    "SENDING_ORDER": ["-priority", "pk"],
    "MESSAGE_ID_ENABLED": True,
}
globals().update(_mailer)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.sender("DEFAULT_FROM_EMAIL", SITE_URL)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Languages: French without prefix, English under /en/.

LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", _("French")), ("en", _("English"))]
# Ours, then what packages should have said: each wins over what comes later, and over theirs.
LOCALE_PATHS = [SITE_DIR / "locale", SITE_DIR / "locale_of_packages"]
TIME_ZONE = "Europe/Paris"
USE_TZ = True
WAGTAIL_I18N_ENABLED = True
# A French text sent for translation stays a draft until it is English.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# What was translated outlives a deletion: the page may come back from the bin.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# Security.

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
# Guessing passwords has limits: see editing/accounts/limits.py.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_VERBOSE = False
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=10)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who goes on does not keep others out
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_LOCKOUT_PARAMETERS = "editing.accounts.limits.counted_by"
AXES_LOCKOUT_CALLABLE = "editing.accounts.limits.locked"
AXES_CLIENT_IP_CALLABLE = "editing.accounts.limits.address"
AXES_CLIENT_STR_CALLABLE = "editing.accounts.limits.in_log"
WAGTAILADMIN_USER_LOGIN_FORM = "editing.accounts.login.LabelledLoginForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "editing.accounts.reset.LimitedResetForm"  # noqa: S105 - a class
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # as frame-ancestors below: the CMS shows previews in a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which asks for DENY
# No page asks for these; the players of videos have the rest.
PERMISSIONS_POLICY = ", ".join(
    f"{name}=()"
    for name in ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
)
# Who finds a fault writes there (security.txt): an address, or the address of a form.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "cyberworkers.outages.answers.without_token"
# Images come from here, or from the domain of the bucket that holds them.
MEDIA_HOSTS = [SELF, *filter(None, [STORAGES["default"].get("OPTIONS", {}).get("custom_domain")])]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": MEDIA_HOSTS,
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}
# Whose X-Forwarded-For is believed.
TRUSTED_PROXIES = environment.networks("TRUSTED_PROXIES", ["127.0.0.0/8", "::1"])
# Videos: which PeerTube hosts may play in a page, and our player at Dailymotion.
PEERTUBE_HOSTS = environment.video_hosts("PEERTUBE_HOSTS")
DAILYMOTION_PLAYER = environment.identifier("DAILYMOTION_PLAYER")
# Long StreamFields send more than Django's 1,000 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Quote requests: what passes the first three limits is kept as spam, and nobody is told of it.

QUOTE_MIN_SECONDS = environment.number("QUOTE_MIN_SECONDS", 3)  # from the form to its answer
QUOTE_MAX_LINKS = environment.number("QUOTE_MAX_LINKS", 5)  # in all answers together
QUOTE_MAX_PER_HOUR = environment.number("QUOTE_MAX_PER_HOUR", 10)  # from one address
QUOTE_MAX_FILES = environment.number("QUOTE_MAX_FILES", 5)  # of one field
QUOTE_MAX_FILE_MB = environment.number("QUOTE_MAX_FILE_MB", 10)
# Files of forms that were sent back with errors wait for a day; all of them together:
QUOTE_MAX_WAITING_MB = environment.number("QUOTE_MAX_WAITING_MB", 1000)
# Files of all requests together, and of those in spam: beyond, requests are taken without files.
QUOTE_MAX_STORED_MB = environment.number("QUOTE_MAX_STORED_MB", 10_000)
QUOTE_MAX_SPAM_MB = environment.number("QUOTE_MAX_SPAM_MB", 500)

# Megabytes that must be free before files of visitors are taken; below, the CMS home says so.
MIN_FREE_MB = environment.number("MIN_FREE_MB", 1000)

# How large a body may be: the files of a request and its texts; in the CMS, documents.
MAX_BODY_MB = QUOTE_MAX_FILES * QUOTE_MAX_FILE_MB + 10
MAX_CMS_BODY_MB = 300
# How many bodies a web process receives at once: fewer than it has threads (deploy/web.py), so
# that those who send slowly keep nobody from reading.
MAX_BODIES_AT_ONCE = 12

# What goes wrong is written to the standard error, where systemd or a container collects it.

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": LINE},
        "one_line": {"()": "cyberworkers.answering.log.OneLine", "format": LINE},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "refused": {"class": "logging.StreamHandler", "formatter": "one_line"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # without a line for each 404
        # A wrong host, too many fields: what anybody can send, as often as they like.
        "django.security": {"handlers": ["refused"], "propagate": False},
        "contact": {"level": "INFO"},  # what was refused or kept as spam, without the answers
        # A handler of its own keeps the package from adding one that tells of every pass.
        "post_office": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}

# Wagtail.

# The APIs of the CMS are for its scripts; the pages for people would need another application.
REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}
WAGTAIL_SITE_NAME = "Cyberworkers"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILIMAGES_IMAGE_MODEL = "home.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.image_form.SiteImageForm"
# More than cameras make; what is much larger takes half a minute to be cut to size.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
# Looked at side by side, and a main image of the demo stays below 18 KB on a phone: see
# docs/decisions/2026-11-pictures.md.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_JPEG_QUALITY = 70
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cyberworkers.outages.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
# What the CMS searches, and what readers find.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "search.cms.backend"},
    "readers": {"BACKEND": "search.index.backend"},
}
WAGTAILEMBEDS_FINDERS = [{"class": "articles.video.finder"}]
# A title in French proposes an address that can be read out and copied: "à" as "a".
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "editing.editor.rich_text.RichTextArea"}}
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# Those of a place: without the English names of before (“Cuba”, “GB-Eire”, “US/Hawaii”). They are
# looked up where somebody chooses one, as it takes a tenth of a second.
PARTS_OF_THE_WORLD = re.compile(
    "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/"
)
WAGTAIL_USER_TIME_ZONES = SimpleLazyObject(
    lambda: sorted(filter(PARTS_OF_THE_WORLD.match, available_timezones()))
)
# No call to another host, from the CMS either.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
