"""Small changes by POST: they work without JavaScript, from the list and from the page."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.admin.views.generic.base import BaseOperationView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from contact.inbox import handling
from contact.inbox.notes import Note


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

    def perform_operation(self):
        handling.mark_unread(self.object, self.request.user)

    def get_success_url(self):
        return self.next_url or reverse("quote_requests:index")


class DeleteNote(ByPost):
    """Only who wrote a note deletes it."""

    def get_object(self):
        return get_object_or_404(
            Note.objects.select_related("quote_request"), pk=self.pk, author=self.request.user
        )

    def perform_operation(self):
        handling.delete_note(self.object, self.request.user)

    def get_success_url(self):
        return reverse(self.success_url_name, args=[self.object.quote_request_id])
