"""Who may do what with a page, where Wagtail's own answer is too generous."""

from wagtail.models import PagePermissionTester


class PagePermissions(PagePermissionTester):
    """To correct what others made is not to delete it, nor to move it."""

    def can_delete(self, ignore_bulk=False):
        """Let those who may not publish delete their own drafts only. Moving asks the same."""
        if not super().can_delete(ignore_bulk):
            return False
        if self.user.is_superuser or "publish" in self.permissions:
            return True
        return not self.page.get_descendants(inclusive=True).exclude(owner=self.user).exists()
