"""The form of every page in the editor."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
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


class ComingDate:
    """Refuses a go-live date that is moved into the past; the date of what is live may stay."""

    def clean_go_live_at(self):
        when = self.cleaned_data["go_live_at"]
        if when and "go_live_at" in self.changed_data and when <= timezone.now():
            raise forms.ValidationError(
                _("This date is past. To publish at once, leave the field empty.")
            )
        return when


class PageForm(DraftFirst, ComingDate, WagtailAdminPageForm):
    pass
