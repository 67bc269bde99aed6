"""The files of a request, for those who may see requests."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views import View
from wagtail import hooks
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from contact.requests.models import QuoteRequest


class DownloadView(PermissionCheckedMixin, View):
    """Send a file as a download: nothing of it is ever shown or run at the site's address."""

    model = QuoteRequest
    permission_required = "view"

    def get(self, request, pk, attachment_pk):
        quote_request = get_object_or_404(QuoteRequest, pk=pk)
        attachment = get_object_or_404(quote_request.attachments, pk=attachment_pk)
        try:
            file = attachment.file.open()
        except FileNotFoundError:
            raise Http404 from None
        return FileResponse(
            file,
            as_attachment=True,
            filename=attachment.name,
            content_type=attachment.content_type,
            headers={
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "sandbox; default-src 'none'",
                "Cache-Control": "private, no-store",
            },
        )


@hooks.register("register_admin_urls")
def download_url():
    address = "quote_requests/<int:pk>/files/<int:attachment_pk>/"
    return [path(address, DownloadView.as_view(), name="request_attachment")]
