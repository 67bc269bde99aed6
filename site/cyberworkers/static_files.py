"""Static files as production delivers them."""

from pathlib import Path

import lightningcss
from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils.translation import override
from whitenoise.storage import CompressedManifestStaticFilesStorage

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

    def bundle(self, name, storage, path):
        source = Path(storage.path(path))
        css = lightningcss.bundle_css(str(source), browsers_list=BROWSERS)
        self.replace(name, css)
        return self, name

    def replace(self, name, text):
        self.delete(name)
        self.save(name, ContentFile(text.encode()))
