"""Small changes by POST: they work without JavaScript, from the list and from the page."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import BaseOperationView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from contact.inbox.request import handling
from contact.inbox.request.notes import Note


class ByPost(PermissionCheckedMixin, BaseOperationView):
    http_method_names = ["post"]
    permission_required = "change"
    success_url_name = "quote_requests:edit"


class Star(ByPost):
    def perform_operation(self):
        handling.star(self.object.pk, self.request.POST.get("starred") == "1", self.request.user)


class Unread(ByPost):
    """Back to the list: the page would count as read again."""

    permission_required = "view"
    success_message = _("The request counts as not read by you.")

    def perform_operation(self):
        handling.mark_unread(self.object, self.request.user)

    def get_success_url(self):
        return self.next_url or reverse("quote_requests:index")


class DeleteNote(generic.DeleteView):
    """Only who wrote a note deletes it, and is asked before: nothing brings it back."""

    permission_required = "change"
    template_name = "contact/note_delete.html"
    page_title = _("Delete my note")
    success_message = _("The note was deleted.")

    def get_queryset(self):
        notes = Note.objects.select_related("quote_request")
        return notes.filter(author=self.request.user)

    def get_page_subtitle(self):
        return self.object.quote_request.reference

    def get_usage_url(self):
        return None

    def get_delete_url(self):
        return self.request.path

    def get_success_url(self):
        page = reverse("quote_requests:edit", args=[self.object.quote_request_id])
        return f"{page}#notes-section"

    def delete_action(self):
        handling.delete_note(self.object, self.request.user)
