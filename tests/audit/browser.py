"""A visitor's window in the installed Chromium."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from tests.audit.visits import Visitor
from tests.browser.install import find

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def window(browser, url, width, theme="light", height=800, **options):
    """Yield a visitor who knows nothing of the site yet: no cookies, nothing cached."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        locale="fr-FR",
        **options,
    )
    yield Visitor(context.new_page(), url)
    context.close()
