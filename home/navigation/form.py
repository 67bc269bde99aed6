"""The form of menu and footer: it begins with what readers see."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminModelForm

from home.navigation.unset import footer_pages, menu_pages

MOST = 10  # links in a column
MOST_LINKS, MOST_COLUMNS = 8, 4  # that somebody chose; what follows the pages may be more


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
            if name not in cleaned_data:
                continue
            chosen = cleaned_data[name]
            if plain(chosen) == plain(begin):
                cleaned_data[name] = self.stream(name, [])
            elif sentence := too_many(name, len(chosen)):
                self.add_error(name, sentence)
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


def too_many(name, count):
    """Return the sentence that refuses ``count`` links or columns, or None."""
    if name.startswith("menu") and count > MOST_LINKS:
        return _(
            "The menu has %(count)d links: eight at most. Take some out; pages that are in no "
            "menu are still found from the page above them and by the search."
        ) % {"count": count}
    if name.startswith("columns") and count > MOST_COLUMNS:
        return _("The footer has %(count)d columns: four at most.") % {"count": count}
    return None


def plain(stream):
    """Return the headings and links of a menu or of columns, without the numbers of blocks."""
    return [
        (value.get("heading"), [plain_link(link) for link in value.get("links", [value])])
        for value in (block.value for block in stream)
    ]


def plain_link(link):
    return link["page"] and link["page"].pk, link["label"] or "", link.get("address") or ""
