"""Ways to change a page on which Wagtail does not ask what it asks in the editor."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.api.views import PagesAdminAPIViewSet

from editing.permissions import why_locked


@hooks.register("before_convert_alias_page")
def refuse_to_convert(request, page):
    """Leave an alias that is locked what it is."""
    why = why_locked(page, request.user)
    if not why:
        return None
    messages.error(request, why)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


class ReadOnlyPages(PagesAdminAPIViewSet):
    """The CMS's own API, which its menus and choosers read.

    Its actions (copy, publish, revert …) are used by nothing in the CMS. They ask for no lock and
    call no hook, so that the checklist, the review, the bin and the mails would not hear of them.
    """

    actions = {}


@hooks.register("construct_admin_api")
def withdraw_actions(router):
    router.register_endpoint("pages", ReadOnlyPages)
