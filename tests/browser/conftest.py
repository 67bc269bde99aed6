"""A real browser in front of a real server."""

import os

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.browser.cms import sign_in
from tests.browser.install import find
from tests.conftest import account

# Playwright's event loop runs in this thread; Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    path = find()
    assert path, "No Chromium or Chrome was found: see tests/browser/install.py"
    connection.close()  # beside an event loop Django opens another one
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
        connection.close()


@pytest.fixture
def open_browser(chromium, live_server):
    """Return a function that opens a new person's browser at the site."""
    contexts = []

    def open_one(**options):
        context = chromium.new_context(base_url=live_server.url, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in_as(open_browser):
    """Return a function that makes an account with a role, and opens a browser signed in as it."""

    def sign_in_one(username, role):
        account(username, role)
        page = open_browser(viewport={"width": 1280, "height": 900})
        sign_in(page, username)
        return page

    return sign_in_one
