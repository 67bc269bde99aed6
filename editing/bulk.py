"""Bulk actions ask a page's own rules, too: Wagtail asks only what all pages share."""

from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.models import Page

RULES = {"delete": "can_delete", "move": "can_move"}


@hooks.register("before_bulk_action")
def ask_each_page(request, action_type, objects, action):
    """Refuse the whole action where one page refuses it. Raises PermissionDenied."""
    rule = RULES.get(action_type)
    if not rule or not all(isinstance(one, Page) for one in objects):
        return
    for page in objects:
        if not getattr(page.specific_deferred.permissions_for_user(request.user), rule)():
            raise PermissionDenied
