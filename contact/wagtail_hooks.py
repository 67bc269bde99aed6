"""Quote requests in the CMS, for those who handle them."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from contact import failed_mails, waiting  # noqa: F401 - registers hooks
from contact.inbox import mail_views  # noqa: F401 - registers hooks
from contact.inbox.permissions import RequestPermissionPolicy
from contact.inbox.reply_viewset import ReplyTemplateViewSet
from contact.inbox.viewset import QuoteRequestViewSet
from contact.requests import QuoteRequest

register_permission_policy(QuoteRequest, RequestPermissionPolicy(QuoteRequest))


@hooks.register("register_admin_viewset")
def quote_requests():
    return QuoteRequestViewSet()


@hooks.register("register_admin_viewset")
def reply_templates():
    return ReplyTemplateViewSet()


@hooks.register("filter_form_submissions_for_user")
def hide_stock_submissions(user, forms):
    """Editors of the quote page do not see requests: only the inbox shows them."""
    return forms.none()
