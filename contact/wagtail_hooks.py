"""Quote requests in the CMS: a list and a page for each, for those who handle them."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from contact import waiting  # noqa: F401 - registers hooks
from contact.requests import QuoteRequest


class RequestPermissionPolicy(ModelPermissionPolicy):
    """Requests come from visitors: nobody adds one in the CMS."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(QuoteRequest, RequestPermissionPolicy(QuoteRequest))


class RequestView(generic.EditView):
    """One request: its answers as they were asked, and its state."""

    def get_page_subtitle(self):
        return self.object.reference


class QuoteRequestViewSet(ModelViewSet):
    model = QuoteRequest
    name = url_namespace = "quote_requests"
    icon = "mail"
    menu_label = _("Quote requests")
    menu_order = 150
    add_to_admin_menu = True
    list_display = [
        "name",
        "company",
        "state",
        "reference",
        DateColumn("submit_time", label=_("Date"), sort_key="submit_time"),
    ]
    list_filter = ["state", "language"]
    search_fields = ["reference", "name", "company", "email"]
    search_backend_name = None
    ordering = "-submit_time"
    copy_view_enabled = False
    panels = [FieldPanel("state")]
    edit_view_class = RequestView
    edit_template_name = "contact/request.html"


@hooks.register("register_admin_viewset")
def quote_requests():
    return QuoteRequestViewSet()


@hooks.register("filter_form_submissions_for_user")
def hide_stock_submissions(user, forms):
    """Editors of the quote page do not see requests: only the inbox shows them."""
    return forms.none()
