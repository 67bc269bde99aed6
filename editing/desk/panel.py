"""A list on the home of the CMS: at most a few rows, and where to find the others."""

from dataclasses import dataclass, field

from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry


@dataclass
class Row:
    title: str
    url: str
    language: str = ""
    state: str = ""
    notes: list = field(default_factory=list)
    comment: str = ""
    urgent: bool = False


class ListPanel(Component):
    """Subclasses say what the rows are and, in `concerns`, whether this person has any use."""

    template_name = "editing/desk/panel.html"
    name = heading = empty = ""
    note = ""  # what holds beside the rows; it leads to `all_url`
    icon = "list-ul"
    order = 100
    limit = 8
    all_url = None
    guide = ""  # the part of the guide that says how it works

    class Media:
        css = {"all": ["editing/desk.css"]}

    def __init__(self, user):
        self.user = user

    def concerns(self):
        return True

    def rows(self):
        """Return up to `limit` + 1 rows: the last one only says that there are more."""
        raise NotImplementedError

    def get_context_data(self, parent_context):
        rows = self.rows()
        return {
            "panel": self,
            "note": self.note,
            "rows": rows[: self.limit],
            "more": len(rows) > self.limit,
            "request": parent_context.get("request"),
        }


def may(user, *actions):
    """Return whether ``user`` was given all ``actions`` on some pages.

    The policy itself counts who may edit only own pages among those who may change pages.
    """
    if user.is_superuser:
        return True
    given = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return {f"{action}_page" for action in actions} <= {one.permission.codename for one in given}


def pages_by_number(numbers):
    """Return the pages with these numbers, with what a row shows of them, in one query."""
    return Page.objects.select_related("locale").in_bulk([int(number) for number in numbers])


def language(page):
    return page.locale.get_display_name()
