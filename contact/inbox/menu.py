"""The inbox in the menu of the CMS, with the number of requests that nobody has taken up."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from contact.inbox.list.counts import count_shown
from contact.requests.models import QuoteRequest


class InboxMenuItem(MenuItem):
    """Shown to whoever may see requests."""

    def is_shown(self, request):
        policy = policy_registry.get_by_type(QuoteRequest)
        return policy.user_has_permission(request.user, "view")

    def render_component(self, request):
        item = super().render_component(request)
        waiting = count_shown(QuoteRequest.objects.filter(state=QuoteRequest.State.NEW))
        if waiting != "0":
            spoken = _("%(label)s, %(count)s waiting") % {"label": self.label, "count": waiting}
            item.attrs = {**self.attrs, "data-waiting": waiting, "aria-label": spoken}
        return item


@hooks.register("insert_global_admin_css")
def badge_style():
    return format_html('<link rel="stylesheet" href="{}">', static("contact/badge.css"))
