"""The two-language site and its small cast."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from hypothesis import settings
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile

from contact.models import QuotePage
from editing.models import ShareImage
from editing.share_image.studio import draw_wanted
from editing.worker.prerendering import prerender
from home.setup import roles
from tests import database

# The same examples at every run, however slow the machine is.
settings.register_profile("suite", deadline=None, max_examples=50, derandomize=True)
settings.load_profile("suite")

COPY = pytest.StashKey()
PASSWORD = "un-mot-de-passe-de-test"


# Journeys that look at style, scripts and pictures, and those at several widths: they read pages
# that other tests have proved.
LOOKS = Path(__file__).parent / "browser" / "readers"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what depends on the database: the rest is the same on every database."""
    for item in items:
        at_widths = hasattr(item, "callspec") and "width" in item.callspec.params
        if LOOKS in item.path.parents or at_widths:
            continue
        if item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames:
            item.add_marker("database")


@pytest.fixture(autouse=True)
def empty_caches():
    for one in caches.all(initialized_only=True):
        one.clear()


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """Set the site up, in a copy of the kept database, and let the worker see what was made."""
    with django_db_blocker.unblock():
        copy = database.copied()
        call_command("setup_site", verbosity=0)
        while ShareImage.objects.filter(wanted__isnull=False).exists():
            draw_wanted()
        while prerender():
            pass
        caches["default"].clear()
        copy.remember()
    request.config.stash[COPY] = copy, django_db_blocker
    yield
    with django_db_blocker.unblock():
        copy.remove()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """Bring back what Django empties after a test with real transactions."""
    if not commits(item):
        return (yield)
    # Django would fill the emptied database itself, from this, in seconds: it finds nothing.
    connection._test_serialized_contents = "[]"
    try:
        return (yield)
    finally:
        if nextitem and COPY in item.config.stash:
            copy, django_db_blocker = item.config.stash[COPY]
            with django_db_blocker.unblock():
                copy.restore()


def commits(item):
    marker = item.get_closest_marker("django_db")
    return marker is not None and marker.kwargs.get("transaction", False)


@pytest.fixture
def site(db):
    """Every installation's languages, pages, roles and workflow."""
    return Page.objects.get(depth=2, locale=Locale.get_default())


def account(username, role):
    user = get_user_model().objects.create_user(
        username, f"{username}@cyberworkers.example", PASSWORD, is_superuser=role is None
    )
    UserProfile.objects.create(user=user, preferred_language="fr")
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def signed_in(user):
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def redactrice(site):
    return signed_in(account("redactrice", roles.WRITER))


@pytest.fixture
def relecteur(site):
    return signed_in(account("relecteur", roles.REVIEWER))


@pytest.fixture
def cheffe(site):
    return signed_in(account("cheffe", roles.CHIEF))


@pytest.fixture
def traductrice(site):
    return signed_in(account("traductrice", roles.TRANSLATOR))


@pytest.fixture
def commercial(site):
    return signed_in(account("commercial", roles.SALES))


@pytest.fixture
def visiteur(site):
    return Client()


@pytest.fixture
def recipients(site):
    for language in ("fr", "en"):
        page = QuotePage.objects.get(locale__language_code=language)
        page.to_address = "devis@cyberworkers.example"
        page.save()
