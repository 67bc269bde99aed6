"""The list of requests and the page of each, made of Wagtail's own views."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from contact.inbox.mail_column import FailedMailColumn
from contact.mails import with_failed_mail
from contact.requests import QuoteRequest


class RequestList(generic.IndexView):
    def get_base_queryset(self):
        return with_failed_mail(super().get_base_queryset())


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
        FailedMailColumn(),
        DateColumn("submit_time", label=_("Date"), sort_key="submit_time"),
    ]
    list_filter = ["state", "language"]
    search_fields = ["reference", "name", "company", "email"]
    search_backend_name = None
    ordering = "-submit_time"
    copy_view_enabled = False
    panels = [FieldPanel("state")]
    index_view_class = RequestList
    edit_view_class = RequestView
    edit_template_name = "contact/request.html"
