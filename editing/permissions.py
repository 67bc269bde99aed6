"""Who may do what with a page, where Wagtail's own answer is too generous."""

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from wagtail.admin.auth import permission_denied, user_has_any_page_permission
from wagtail.admin.localization import get_localized_response
from wagtail.locks import BasicLock, ScheduledForPublishLock
from wagtail.models import PagePermissionTester, Revision, WorkflowState


class PagePermissions(PagePermissionTester):
    """To correct what others made is not to delete it, nor to move it.

    And what a lock keeps as it is can neither be deleted, moved, published nor made private:
    Wagtail asks for locks where a text is saved or withdrawn, and nowhere else. Nobody is above
    a lock, but who may unlock the page can do that first.
    """

    def can_delete(self, ignore_bulk=False):
        """Let those who may not publish delete their own drafts only. Moving asks the same."""
        if not super().can_delete(ignore_bulk) or self.lock or self.locked_below():
            return False
        if self.user.is_superuser or "publish" in self.permissions:
            return True
        return not self.page.get_descendants(inclusive=True).exclude(owner=self.user).exists()

    def can_move_to(self, destination):
        """Let nobody move what they could not delete: Wagtail lets administrators, unasked."""
        return super().can_move_to(destination) and self.can_move() and self.speaks_as(destination)

    def can_copy_to(self, destination, recursive=False):
        return super().can_copy_to(destination, recursive) and self.speaks_as(destination)

    def speaks_as(self, destination):
        """Return whether the page has its language below ``destination``, too.

        Elsewhere its text would stand at an address, and in a page, of another language.
        """
        return destination.is_root() or destination.locale_id == self.page.locale_id

    def can_publish(self):
        """Return whether this is allowed now. To schedule and to restrict readers ask the same."""
        return self.has_right_to_publish() and not self.lock

    def has_right_to_publish(self):
        """Return Wagtail's own answer, which does not ask for locks."""
        return super().can_publish()

    @cached_property
    def lock(self):
        """The lock that keeps the page from this person, or None.

        A schedule keeps it only from those who could not cancel the schedule.
        """
        lock = self.page.get_lock()
        if isinstance(lock, ScheduledForPublishLock) and self.has_right_to_publish():
            lock = BasicLock(self.page) if self.page.locked else None
        return lock if lock and lock.for_user(self.user) else None

    def locked_below(self):
        """Return whether a lock keeps a page below this one from this person."""
        if self.page.is_leaf():
            return False
        number = OuterRef("number")
        reviews = WorkflowState.objects.active().filter(object_id=number)
        schedules = Revision.page_revisions.filter(
            object_id=number, approved_go_live_at__isnull=False
        )
        pages = self.page.get_descendants().annotate(number=Cast("pk", CharField()))
        pages = pages.filter(Q(locked=True) | Exists(reviews) | Exists(schedules))
        return any(type(self)(self.user, page).lock for page in pages)


def why_locked(page, user):
    """Return the sentence that says what keeps ``user`` from ``page`` now, or None."""
    lock = page.get_lock()
    if lock is None or not lock.for_user(user):
        return None
    return lock.get_message(user) or lock.get_description(user)


class KeepPagesToTheirPeople:
    """Middleware: who has nothing to do with pages reads none of their titles in the CMS.

    Wagtail's choosers, its API and some steps of its views ask only whether one may log in, and
    name drafts.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        about_pages = match.namespaces[:1] == ["wagtailadmin_pages"] or (
            match.namespaces == ["wagtailadmin_api", "pages"]
            or (match.url_name or "").startswith("wagtailadmin_choose_page")
        )
        if not about_pages or not request.user.is_authenticated:
            return None
        if user_has_any_page_permission(request.user):
            return None
        return get_localized_response(permission_denied, request)
