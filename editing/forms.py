"""The form of every page in the editor."""

from wagtail.admin.forms import WagtailAdminPageForm


class DraftFirst:
    """Makes a new page a draft, which becomes live when its revision is published.

    Wagtail saves a page that is published from the "new page" form as live before it asks the
    `before_publish_page` hooks: one that is refused would be read all the same.
    """

    def save(self, commit=True):
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit=commit)


class PageForm(DraftFirst, WagtailAdminPageForm):
    pass
