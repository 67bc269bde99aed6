"""The sitemap: what anybody may read, in every language."""

from collections import defaultdict

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Locale, Page

from cyberworkers.pages import OwnPage


class AllLanguages(Sitemap):
    """Wagtail's own lists the tree of one language only, and no languages of an address."""

    def items(self):
        pages = Page.objects.live().public().filter(depth__gt=1, alias_of=None)
        return pages.order_by("path").defer_streamfields().specific()

    def get_urls(self, page=1, site=None, protocol=None):
        """Return the entries of the pages; as many queries for many pages as for few."""
        pages = list(self.paginator.page(page).object_list)
        name_languages(pages)
        entries = [entry for one in pages for entry in self.entries(one, pages)]
        dates = [entry["lastmod"] for entry in entries if entry["lastmod"]]
        self.latest_lastmod = max(dates, default=None)
        return entries

    def entries(self, page, pages):
        """Return the entries of ``page``: one that lists others changes when they do."""
        entries = page.get_sitemap_urls(self.request)
        if entries and isinstance(page, OwnPage) and page.lists_pages_below:
            below = (one.last_published_at for one in pages if one.path.startswith(page.path))
            entries[0]["lastmod"] = max(filter(None, below), default=None)
        return entries


def name_languages(pages):
    """Tell each of ``pages`` in which languages it exists, from one query for all of them."""
    locales = Locale.objects.in_bulk()
    translations = defaultdict(list)
    others = Page.objects.live().public().filter(depth__gt=1, alias_of=None)
    keys = {page.translation_key for page in pages}
    for other in others.order_by("-locale__language_code"):
        if other.translation_key in keys:
            other.locale = locales[other.locale_id]
            translations[other.translation_key].append(other)
    for page in pages:
        page.locale = locales[page.locale_id]
        page.alternates = translations[page.translation_key]
