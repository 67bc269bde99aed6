"""The inbox, made of Wagtail's own views."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet

from contact.inbox.list.view import RequestList
from contact.inbox.menu import InboxMenuItem
from contact.inbox.request.forms import HandlingForm
from contact.inbox.request.marks import DeleteNote, Star, Unread
from contact.inbox.request.page import AddNote, RequestPage
from contact.law.views import EraseView
from contact.requests.models import QuoteRequest


class RequestHistory(HistoryView):
    any_permission_required = ["view"]


class QuoteRequestViewSet(ModelViewSet):
    model = QuoteRequest
    name = url_namespace = "quote_requests"
    icon = "mail"
    menu_label = _("Quote requests")
    menu_item_class = InboxMenuItem
    menu_order = 150
    add_to_admin_menu = True
    list_per_page = 50
    ordering = ["-submit_time", "-pk"]
    copy_view_enabled = False
    index_view_class = RequestList
    index_template_name = RequestList.template_name
    index_results_template_name = RequestList.results_template_name
    edit_view_class = RequestPage
    edit_template_name = RequestPage.template_name
    delete_view_class = EraseView
    history_view_class = RequestHistory

    def get_form_class(self, for_update=False):
        return HandlingForm

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("star/<int:pk>/", self.construct_view(Star), name="star"),
            path("unread/<int:pk>/", self.construct_view(Unread), name="unread"),
            path("notes/<int:pk>/", self.construct_view(AddNote), name="add_note"),
            path("notes/delete/<int:pk>/", self.construct_view(DeleteNote), name="delete_note"),
        ]
