"""Internal links of rich text, looked up in a fixed number of queries."""

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from cyberworkers.readable import active_locale


class BulkPageLinkHandler(PageLinkHandler):
    """Point each link at the page's version in the language of the request, when it is live.

    Wagtail's handler asks for the language and the translation once for each link.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        pages = cls.get_many(attrs_list)
        translations = {
            page.translation_key: page
            for page in Page.objects.live().filter(
                locale=active_locale(),
                translation_key__in=[page.translation_key for page in pages if page],
            )
        }
        return [
            format_html('<a href="{}">', translations.get(page.translation_key, page).url)
            if page
            else "<a>"
            for page in pages
        ]
