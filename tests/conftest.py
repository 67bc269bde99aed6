"""The two-language site and its small cast."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile

from contact.models import QuotePage
from home.setup import roles

PASSWORD = "un-mot-de-passe-de-test"


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Set the site up once; return a copy for the tests that use real transactions."""
    with django_db_blocker.unblock():
        call_command("setup_site", verbosity=0)
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()
    return connection._test_serialized_contents


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
