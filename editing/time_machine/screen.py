"""What the screens of the time machine share: they are for those who may change the page."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page


def page_for(user, pk):
    """Return the page ``pk``. Raises Http404; PermissionDenied where ``user`` may not change it."""
    page = get_object_or_404(Page, pk=pk).specific
    if page.alias_of_id or not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


class OfPage:
    """A view of the versions of a page, whose number is in the address."""

    def dispatch(self, request, page_id, *args, **kwargs):
        self.page = page_for(request.user, page_id)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def way_to(self, label, *between):
        """Return the way from the home of the CMS to this screen."""
        pages = get_breadcrumbs_items_for_page(self.page, self.request.user)
        return [*pages, *between, {"url": "", "label": label}]

    @property
    def header_buttons(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [HeaderButton(label=_("Edit"), url=edit, icon_name="edit")]
