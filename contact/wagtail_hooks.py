"""Quote requests in the CMS, for those who handle them."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from contact.inbox import source_report, waiting  # noqa: F401 - they register hooks
from contact.inbox.answer import view  # noqa: F401 - registers hooks
from contact.inbox.answer.viewset import ReplyTemplateViewSet
from contact.inbox.list import bulk  # noqa: F401 - registers hooks
from contact.inbox.permissions import RequestPermissionPolicy
from contact.inbox.request import mails, spam  # noqa: F401 - they register hooks
from contact.inbox.viewset import QuoteRequestViewSet
from contact.law import hooks as law_hooks  # noqa: F401 - registers hooks
from contact.mails import failed  # noqa: F401 - registers hooks
from contact.requests.models import QuoteRequest
from contact.uploads import (  # noqa: F401 - register hooks, a nightly pass and a check
    download,
    room,
    sweep,
)

register_permission_policy(QuoteRequest, RequestPermissionPolicy(QuoteRequest))


@hooks.register("register_admin_viewset")
def quote_requests():
    return QuoteRequestViewSet()


@hooks.register("register_icons")
def stars(icons):
    return [*icons, "contact/icons/star.svg", "contact/icons/star-full.svg"]


@hooks.register("register_admin_viewset")
def reply_templates():
    return ReplyTemplateViewSet()


@hooks.register("filter_form_submissions_for_user")
def hide_stock_submissions(user, forms):
    """Editors of the quote page do not see requests: only the inbox shows them."""
    return forms.none()
