"""The passwords of protected pages are guessed with the same limit as those of accounts."""

from axes.handlers.proxy import AxesProxyHandler
from wagtail.views import authenticate_with_password

from editing.accounts.limits import PAGES, locked


def ask_password(request, page_view_restriction_id, page_id):
    """Wagtail's view of the form; counted by address only, so that nobody shuts out all readers."""
    credentials = {"username": f"{PAGES}{page_id}"}
    if request.method != "POST":
        return authenticate_with_password(request, page_view_restriction_id, page_id)
    if not AxesProxyHandler.is_allowed(request, credentials):
        return locked(request, None, credentials)
    response = authenticate_with_password(request, page_view_restriction_id, page_id)
    if response.status_code != 302:
        AxesProxyHandler.user_login_failed(ask_password, credentials, request)
    return response
