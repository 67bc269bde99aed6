"""The bin in the CMS: what was deleted, and a button that brings it back."""

from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import BaseListingView
from wagtail.log_actions import LogFormatter

from editing.bin.models import BinnedPage
from editing.bin.restore import CannotRestore, restore
from editing.dates import day
from editing.names import name


def who(binned):
    return name(binned.deleted_by) if binned.deleted_by else ""


def last_day(binned):
    return day(timezone.localtime(binned.erased_on), "DATE_FORMAT")


class TitleColumn(Column):
    cell_template_name = "editing/bin/title.html"


class RestoreColumn(Column):
    cell_template_name = "editing/bin/restore.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": get_token(parent_context["request"])}


class BinView(BaseListingView):
    """What this person may bring back, the latest deletion first."""

    page_title = gettext_lazy("Bin")
    header_icon = "bin"
    index_url_name = "bin"
    template_name = "editing/bin/list.html"
    no_results_message = gettext_lazy("Nothing is in the bin.")
    paginate_by = 20
    columns = [
        TitleColumn("title", label=gettext_lazy("Page")),
        # Second, so that it is in sight on a phone.
        RestoreColumn("restore", label=gettext_lazy("Bring back"), accessor="pk"),
        Column("locale", label=gettext_lazy("Language"), accessor="locale.get_display_name"),
        Column("deleted_by", label=gettext_lazy("Deleted by"), accessor=who),
        DateColumn("deleted_at", label=gettext_lazy("Deleted on")),
        Column("erased_on", label=gettext_lazy("Erased for good on"), accessor=last_day),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not user_has_any_page_permission(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return (
            BinnedPage.objects.for_user(self.request.user)
            .kept()
            .tops()
            .with_below_count()
            .select_related("locale", "deleted_by")
            .defer("versions", "related")
        )


@require_POST
def restore_page(request, pk):
    """Bring a page back; its editor opens, with a message that says where it is."""
    if not user_has_any_page_permission(request.user):
        raise PermissionDenied
    binned = BinnedPage.objects.for_user(request.user).kept().filter(pk=pk).first()
    try:
        if binned is None:
            raise BinnedPage.DoesNotExist
        page = restore(pk, request.user)
    except BinnedPage.DoesNotExist:
        messages.error(request, _("This page is not in the bin any more."))
        return redirect("bin")
    except CannotRestore as reason:
        messages.error(request, str(reason))
        return redirect("bin")
    messages.success(request, said(page, binned))
    return redirect("wagtailadmin_pages:edit", page.pk)


def said(page, binned):
    parent = page.get_parent()
    text = _("“%(title)s” is back, as a draft: publish it when it is ready.") % {
        "title": page.get_admin_display_title()
    }
    if parent.pk != binned.parent_id:
        text += " " + _(
            "The page it was under is gone: it is now under “%(parent)s”. Move it where it belongs."
        ) % {"parent": parent.get_admin_display_title()}
    old_slug = binned.versions[-1]["content"]["slug"]
    if page.slug != old_slug:
        text += " " + _("Its address was taken: it now ends with “%(slug)s”.") % {"slug": page.slug}
    return text


@hooks.register("register_admin_urls")
def bin_urls():
    return [
        path("bin/", BinView.as_view(), name="bin"),
        path("bin/<int:pk>/restore/", restore_page, name="bin_restore"),
    ]


class BinMenuItem(MenuItem):
    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_admin_menu_item")
def bin_menu_item():
    return BinMenuItem(gettext_lazy("Bin"), reverse("bin"), icon_name="bin", order=9_500)


@hooks.register("register_log_actions")
def restore_action(actions):
    @actions.register_action("editing.restore")
    class RestoreFormatter(LogFormatter):
        label = gettext_lazy("Bring back from the bin")
        message = gettext_lazy("Brought back from the bin")
