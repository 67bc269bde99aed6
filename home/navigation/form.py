"""The form of menu and footer: it begins with what readers see."""

from django.conf import settings
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminModelForm

from home.navigation.unset import footer_pages, menu_pages

MOST = 10  # links in a column


class NavigationForm(WagtailAdminModelForm):
    """Begins with what readers see, so that one link more takes none away.

    What is saved as it began stays empty: it goes on to follow the pages.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, begin in self.beginnings():
            if not getattr(self.instance, name):
                self.initial[name] = begin

    def clean(self):
        cleaned_data = super().clean()
        for name, begin in self.beginnings():
            if name in cleaned_data and plain(cleaned_data[name]) == plain(begin):
                cleaned_data[name] = self.stream(name, [])
        return cleaned_data

    def beginnings(self):
        """Yield the name of each field with what readers see without it."""
        for language, _name in settings.LANGUAGES:
            with override(language):
                links = [("link", {"page": page, "label": ""}) for page in menu_pages()]
                below = [{"page": page, "label": "", "address": ""} for page in footer_pages()]
                columns = [
                    ("column", {"heading": "", "links": below[first : first + MOST]})
                    for first in range(0, len(below), MOST)
                ]
            yield f"menu_{language}", self.stream(f"menu_{language}", links)
            yield f"columns_{language}", self.stream(f"columns_{language}", columns)

    def stream(self, name, blocks):
        return self._meta.model._meta.get_field(name).stream_block.normalize(blocks)


def plain(stream):
    """Return the headings and links of a menu or of columns, without the numbers of blocks."""
    return [
        (value.get("heading"), [plain_link(link) for link in value.get("links", [value])])
        for value in (block.value for block in stream)
    ]


def plain_link(link):
    return link["page"] and link["page"].pk, link["label"] or "", link.get("address") or ""
