"""What a page should have before readers see it, item by item.

A page type lists its items as `checks`; administrators set how much each matters
(`editing.ChecklistSettings`); `editing.checklist.findings` puts the two together. To add an item
is to write a class and to name it there: it is asked for in the settings by itself.
"""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from cyberworkers.pages import own_page_types
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

    ``key`` stands for the item in the settings, so it stays when the class gets another name.
    ``label`` names it, ``help_text`` tells administrators what it asks for, ``advice`` tells
    editors what to do, ``anchor`` is the id of the field to mend. ``level`` is how much it matters
    as long as nobody has set that.
    """

    key = ""
    label = ""
    help_text = ""
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

    def judges(self, path):
        """Return whether the item judges the words at ``path``, as wagtail-localize names it.

        Words that wait for their translation are not in order, though they are there.
        """
        return False


class Filled(Check):
    """A text field that must not be empty."""

    field = ""

    @property
    def anchor(self):
        return f"id_{self.field}"

    def problems(self, page):
        return [] if (getattr(page, self.field) or "").strip() else [Problem()]

    def judges(self, path):
        return path == self.field


class SearchDescription(Filled):
    key = field = "search_description"
    label = _("Description for search engines")
    help_text = _("Shown below the title in search results and shared links.")
    advice = _("Write one or two sentences for search engines and shared links.")


class BrokenLinks(Check):
    key = "broken_links"
    label = _("Links within the site")
    help_text = _("No link to a page or document that is deleted or not published.")
    advice = _("Mend the links to pages or documents that are deleted or not published.")
    level = Level.REQUIRED

    def problems(self, page):
        return [Problem(link.text, link.anchor) for link in broken_links(page)]


def installed_checks():
    """Return each check of the site's page types once, the most important by default first."""
    found = {check.key: check for kind in own_page_types() for check in kind.checks}
    return sorted(found.values(), key=lambda check: Level.values.index(check.level))
