"""The pages of the site, as they are found."""

from wagtail.models import Page

from cyberworkers.answering.asked import reading
from cyberworkers.answering.readable import readable
from cyberworkers.pages import OwnPage
from cyberworkers.searching.shown import Kind

# What the address of a page is made of, in the order of its columns.
ADDRESS = [
    field.attname
    for field in Page._meta.concrete_fields
    if field.attname in {"id", "path", "depth", "locale_id", "slug", "url_path"}
]


def shown(page):
    """Return what readers see of ``page`` (`BasePage.shown_words`), None before it is published."""
    return page.shown_words() if isinstance(page, OwnPage) and page.live else None


def opened(keys):
    pages = readable(Page.objects.filter(pk__in=keys)).order_by()
    return {row["id"]: row for row in pages.values(*ADDRESS)}


def address(row):
    return Page.from_db(None, ADDRESS, [row[name] for name in ADDRESS]).get_url(reading()) or ""


PAGES = Kind(Page, shown, opened, address)
