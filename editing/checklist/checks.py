"""What a page should have before readers see it, item by item.

A page type lists its items as `checks`; administrators set how much each matters
(`editing.ChecklistSettings`); `editing.checklist.findings` puts the two together.
"""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from editing.checklist.links import broken_links


class Level(models.TextChoices):
    REQUIRED = "required", _("Required: without it nothing is published or scheduled")
    RECOMMENDED = "recommended", _("Recommended: shown, but stops nothing")
    OFF = "off", _("Off: not looked at")


class Problem(NamedTuple):
    """What is wrong. ``text`` names the place where that is not plain from the item itself,
    ``anchor`` is the id of the place in the editor, when it is not that of the item.
    """

    text: str = ""
    anchor: str = ""


class Check:
    """An item of the checklist. Subclasses say what they look at.

    ``key`` names the item's field in the settings, ``label`` the item, ``advice`` says what to
    do, ``anchor`` is the id of the field to mend in the editor.
    """

    key = ""
    label = ""
    advice = ""
    anchor = ""
    level = Level.RECOMMENDED

    def concerns(self, page):
        """Return whether the item makes sense for ``page``; it is not shown elsewhere."""
        return True

    def problems(self, page):
        """Return the Problems of ``page``, a draft as an object that may never have been saved.

        A fixed number of queries, however long the page.
        """
        raise NotImplementedError


class Filled(Check):
    """A text field that must not be empty."""

    field = ""

    @property
    def anchor(self):
        return f"id_{self.field}"

    def problems(self, page):
        return [] if (getattr(page, self.field) or "").strip() else [Problem()]


class SearchDescription(Filled):
    key = field = "search_description"
    label = _("Description for search engines")
    advice = _("Write one or two sentences for search engines and shared links.")


class BrokenLinks(Check):
    key = "broken_links"
    label = _("Links within the site")
    advice = _("Mend the links to pages or documents that are deleted or not published.")
    level = Level.REQUIRED

    def problems(self, page):
        return [Problem(link.text, link.anchor) for link in broken_links(page)]
