"""Renders public pages of the test database with one app taken out, as a person takes it out:

its folder cannot be imported, its lines in the settings and in `urls.py` are gone.
Writes {address: [status, html]} to the standard output; called by test_apps_apart.py as
`python -m tests.code_base.without APP DATABASE`.
"""

import json
import os
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType

import django

ROOT = Path(__file__).resolve().parents[2]


class TakenOut(MetaPathFinder):
    """Refuses to import an app."""

    def __init__(self, app):
        self.app = app

    def find_spec(self, fullname, path=None, target=None):
        if fullname.split(".")[0] == self.app:
            raise ModuleNotFoundError(f"{fullname} is taken out.", name=fullname)


def urls_without(app):
    """Return the URL configuration without the lines that name ``app`` or use what they import."""
    lines = (ROOT / "site/cyberworkers/urls.py").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if app not in line]
    urls = ModuleType("urls_without")
    exec("\n".join(kept), urls.__dict__)  # noqa: S102 - our own file
    return urls


def answers():
    """Return what a visitor gets, of an interview that is there for this call only."""
    from django.db import transaction
    from django.test import Client

    from articles.models import ArticleIndexPage, InterviewPage

    with transaction.atomic():
        index = ArticleIndexPage.objects.get(locale__language_code="fr")
        body = [("exchange", {"question": "Et la fibre ?", "answers": [{"text": "<p>Là.</p>"}]})]
        page = index.add_child(
            instance=InterviewPage(
                title="Le facteur du village", standfirst="Il court.", slug="facteur", body=body
            )
        )
        client = Client()
        found = {
            address: client.get(address)
            for address in ("/", index.url, page.url, "/nulle-part/", "/robots.txt")
        }
        transaction.set_rollback(True)
    return {address: [one.status_code, one.content.decode()] for address, one in found.items()}


if __name__ == "__main__":
    app, database = sys.argv[1:]
    sys.path.insert(0, str(ROOT / "site"))
    sys.meta_path.insert(0, TakenOut(app))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

    from tests import settings

    settings.INSTALLED_APPS.remove(app)
    for name, backend in [*settings.WAGTAILSEARCH_BACKENDS.items()]:
        if backend["BACKEND"].startswith(f"{app}."):
            del settings.WAGTAILSEARCH_BACKENDS[name]
    settings.DATABASES["default"]["NAME"] = database
    settings.ROOT_URLCONF = "urls_without"
    django.setup()
    sys.modules["urls_without"] = urls_without(app)
    json.dump(answers(), sys.stdout)
