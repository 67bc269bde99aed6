"""What has to be in order besides the database, each with the sentence that says what is not.

Readiness asks (`editing/health.py`), and the CMS home shows the sentences (`AlarmPanel`).
"""

import uuid

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import storages
from django.utils.translation import gettext as _

from cyberworkers.outages.files import folder_of, free_mb, is_writable

CHECKS = {}  # what each says, and whom it concerns besides those who publish
STORAGES = ("default", "private")


def check(name, concerns=None):
    """Decorate a function that returns "" where all is well, and otherwise a sentence for people.

    ``name`` is its field in `/healthz/ready/`, ``concerns`` the permission of those who read the
    sentence on the CMS home besides those who publish. It may raise errors of the database only.
    """

    def register(function):
        CHECKS[name] = function, concerns
        return function

    return register


def results():
    """Return what each check says, by its name."""
    return {name: function() for name, (function, _concerns) in CHECKS.items()}


def troubles(user=None):
    """Return the sentences of what is not in order: of all, or of what concerns ``user``."""
    said = (
        function()
        for function, concerns in CHECKS.values()
        if user is None or (concerns and user.has_perm(concerns))
    )
    return [why for why in said if why]


@check("cache")
def caches_keep():
    mark = uuid.uuid4().hex
    for name in settings.CACHES:
        caches[name].set(f"probe-{mark}", mark, 10)
        if caches[name].get(f"probe-{mark}") != mark:
            return _("The cache fails: the site works, but slowly.")
        caches[name].delete(f"probe-{mark}")
    return ""


@check("media")
def media_are_taken():
    if is_writable(storages["default"]):
        return ""
    return _("Images and documents cannot be stored: the folder or bucket of media takes no file.")


@check("space")
def there_is_space():
    folders = {str(settings.STATE_DIR), *(folder_of(storages[name]) for name in STORAGES)}
    free = min(free_mb(folder) for folder in folders - {None})
    if free >= settings.MIN_FREE_MB:
        return ""
    return _(
        "Little space is left on the disk (%(free)d MB): files of quote requests are no longer "
        "taken. Ask an administrator to make room."
    ) % {"free": free}
