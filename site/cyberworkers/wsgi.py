"""The WSGI application, for deploy/web.py and any other server."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from cyberworkers.answering.heads import ReadableHeads
from cyberworkers.answering.whole_bodies import WholeBodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cyberworkers.settings")

try:
    application = ReadableHeads(WholeBodies(get_wsgi_application()))

    from cyberworkers.store.application import PageStore

    application = PageStore(application, settings.PAGE_CACHE)
except ImproperlyConfigured as error:
    sys.exit(f"Cyberworkers cannot start: {error}")
