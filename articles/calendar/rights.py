"""Who may look, and who may move what: Wagtail's page permissions and locks, without queries.

What is said here decides on controls; `editing.schedule.moving.reschedule` has the last word.
"""

from wagtail.admin.auth import user_has_any_page_permission
from wagtail.locks import BasicLock
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.calendar.states import State


def may_look(user):
    return user.is_active and user_has_any_page_permission(user)


def may_move(entry, user):
    """May ``user`` give ``entry`` another date? As the editor would let them."""
    locked = entry.page.locked and BasicLock(entry.page).for_user(user)
    if entry.state == State.PUBLISHED or locked:
        return False
    # A scheduled page is unscheduled first: that takes the right to publish.
    action = "publish" if entry.state == State.SCHEDULED else "change"
    policy = policy_registry.get_by_type(Page)
    allowed = policy.user_has_permission_for_instance(user, action, entry.page)
    if entry.task:
        allowed = allowed or entry.task.user_can_access_editor(entry.page, user)
        return allowed and not entry.task.locked_for_user(entry.page, user)
    return allowed
