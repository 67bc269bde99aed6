"""The form of every page in the editor."""

from django import forms
from django.conf import settings
from django.http import Http404
from django.urls import resolve
from django.utils.functional import cached_property
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from editing.done import has_begun, has_ended, is_past, without_past


class DraftFirst:
    """Makes a new page a draft, which becomes live when its revision is published.

    Wagtail saves a page that is published from the "new page" form as live before it asks the
    `before_publish_page` hooks: one that is refused would be read all the same.
    """

    def save(self, commit=True):
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit=commit)


class ComingDates:
    """Refuses a go-live date that is moved into the past; what has done its work is cleared.

    A form that was opened before a date came still holds it: that is no mistake of a person.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound and "go_live_at" in self.fields:
            without_past(self.instance)
            self.initial["go_live_at"] = self.instance.go_live_at

    def clean_go_live_at(self):
        when = self.cleaned_data["go_live_at"]
        if not is_past(when):
            return when
        if has_begun(self.stored, when):
            return None
        if "go_live_at" in self.changed_data:
            raise forms.ValidationError(
                _("This date is past. To publish at once, leave the field empty.")
            )
        return when

    def clean_expire_at(self):
        when = self.cleaned_data["expire_at"]
        return None if is_past(when) and has_ended(self.stored, when) else when

    def clean(self):
        """Let a draft be saved whose end came before anybody published it; it keeps the end.

        Publishing it is refused, by Wagtail.
        """
        cleaned_data = super().clean()
        if (
            self.is_deferred_validation
            and "expire_at" not in self.changed_data
            and is_past(cleaned_data.get("expire_at"))
        ):
            del self.cleaned_data["expire_at"]
        return cleaned_data

    @cached_property
    def stored(self):
        """The row of the page: what it went through, whatever its text says."""
        return Page.objects.filter(pk=self.instance.pk).first() or Page()


class FreeAddress:
    """Refuses a slug at whose address something else answers: nobody could open the page."""

    def clean_slug(self):
        # The editor makes "-" of the space in "« ", with which many a title begins.
        slug = self.cleaned_data["slug"].strip("-")
        if slug and (
            is_of_the_site(self.parent_page, slug) or is_of_parent(self.parent_page, slug)
        ):
            raise forms.ValidationError(_("The site itself answers there: choose another address."))
        return slug


def is_of_the_site(parent, slug):
    """Return whether the address table, or another language, has what ``slug`` would be."""
    _site, _root, path = parent.get_url_parts() or (None, None, None)
    if path is None:
        return False
    address = f"{path}{slug}/"
    language = get_language_from_path(address) or settings.LANGUAGE_CODE
    with override(language):
        in_table = resolve(address).url_name != "wagtail_serve"
    return in_table or language != parent.locale.language_code


def is_of_parent(parent, slug):
    """Return whether ``parent`` answers by itself, as the list of interviews with its feed."""
    parent = parent.specific
    try:
        return isinstance(parent, RoutablePageMixin) and bool(parent.resolve_subpage(f"/{slug}/"))
    except Http404:
        return False


class PageForm(DraftFirst, ComingDates, FreeAddress, WagtailAdminPageForm):
    pass
