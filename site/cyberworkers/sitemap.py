"""The sitemap: what anybody may read, in every language."""

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page


class AllLanguages(Sitemap):
    """Wagtail's own lists the tree of one language only."""

    def items(self):
        pages = Page.objects.live().public().filter(depth__gt=1, alias_of=None)
        return pages.order_by("path").defer_streamfields().specific()
