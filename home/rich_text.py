"""Internal links of rich text, looked up in one statement."""

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from cyberworkers.answering.asked import reading
from cyberworkers.answering.readable import active_locale


class BulkPageLinkHandler(PageLinkHandler):
    """Point each link at the page's version in the language of the request, when it is live.

    Wagtail's handler asks for the language and the translation once for each link.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        numbers = [attrs.get("id") for attrs in attrs_list]
        linked = Page.objects.filter(pk__in=numbers)
        pages = list(Page.objects.filter(translation_key__in=linked.values("translation_key")))
        by_number = {str(page.pk): page for page in pages}
        shown = {
            page.translation_key: page
            for page in pages
            if page.live and page.locale_id == active_locale()
        }
        found = [by_number.get(str(number)) for number in numbers]
        return [
            format_html('<a href="{}">', shown.get(page.translation_key, page).get_url(reading()))
            if page
            else "<a>"
            for page in found
        ]
