"""Static files as production delivers them."""

from functools import cache
from pathlib import Path

import brotli
import lightningcss
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils.translation import override
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from cyberworkers.store.release import code, name_of

SHEETS = ("css/site.css", "css/agreement.css")
# The oldest that layers, container queries and the rest of the sheets work in: what is newer
# (nesting, light-dark()) is rewritten for them.
BROWSERS = ["chrome >= 105", "firefox >= 110", "safari >= 15.4"]
# Name of a page for the web server in front, its template and what that is told.
ERROR_PAGES = {
    "away": ("503.html", {"sent": False}),
    "not-taken": ("503.html", {"sent": True}),
    "too-many": ("429.html", {}),
    "too-large": ("413.html", {"limit": settings.MAX_BODY_MB}),
    "too-large-cms": ("413.html", {"limit": settings.MAX_CMS_BODY_MB}),
}
BIG = 64 * 1024  # bytes


def collect():
    """Run `collectstatic`, unless nothing was changed since this did so."""
    stamp = Path(settings.STATIC_ROOT, "collected")
    now = name_of([*code(), *map(Path, sources())])
    if stamp.exists() and stamp.read_text() == now:
        return
    stamp.unlink(missing_ok=True)  # what is left half done has none
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(now)


def sources():
    for finder in get_finders():
        for path, storage in finder.list(None):
            yield storage.path(path)


def error_pages():
    """Yield path and HTML of each page in every language."""
    for language, _name in settings.LANGUAGES:
        for page, (template, context) in ERROR_PAGES.items():
            with override(language):
                yield f"errors/{page}.{language}.html", render_to_string(template, context)


class BundledStaticFiles(CompressedManifestStaticFilesStorage):
    """Delivers each sheet with all that it imports as one minified file, hashed and compressed.

    The sources stay small layered files, which `make dev` serves as they are.
    """

    def url(self, name, force=False):
        """Return the address of a file; the editor alone asks for a hundred."""
        if stored := self.hashed_files.get(name):
            return f"{self.base_url}{stored}"
        return super().url(name, force)

    def post_process(self, paths, dry_run=False, **options):
        """Bundle at `collectstatic`. Raises ValueError for a sheet with a syntax error."""
        if not dry_run:
            paths = paths | {name: self.bundle(name, *paths[name]) for name in SHEETS}
        yield from super().post_process(paths, dry_run=dry_run, **options)
        if not dry_run:
            for name, html in error_pages():  # with the hashed names of what they need
                self.replace(name, html)

    def create_compressor(self, **options):
        return CompressedOnce(**options)

    def bundle(self, name, storage, path):
        source = Path(storage.path(path))
        css = lightningcss.bundle_css(str(source), browsers_list=BROWSERS)
        self.replace(name, css)
        return self, name

    def replace(self, name, text):
        self.delete(name)
        self.save(name, ContentFile(text.encode()))


class CompressedOnce(Compressor):
    """Compresses the same bytes once: most files are there under two names.

    What is big is Wagtail's, for editors. It becomes a twelfth larger, in a tenth of the time.
    """

    def __init__(self, **options):
        super().__init__(**options)
        self.compress_brotli = cache(self.compress_brotli)
        self.compress_gzip = cache(self.compress_gzip)

    @staticmethod
    def compress_brotli(data):
        return brotli.compress(data, quality=9 if len(data) > BIG else 11)
