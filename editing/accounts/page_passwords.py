"""The passwords of protected pages are guessed with the same limit as those of accounts."""

from axes.handlers.proxy import AxesProxyHandler
from django.views.decorators.cache import never_cache
from wagtail.views import authenticate_with_password

from editing.accounts.limits import PAGES, locked


@never_cache
def ask_password(request, page_view_restriction_id, page_id):
    """Wagtail's view of the form; counted by address only, so that nobody shuts out all readers."""
    credentials = {"username": f"{PAGES}{page_id}"}
    if request.method != "POST":
        response = authenticate_with_password(request, page_view_restriction_id, page_id)
        # Where `private_pages` sent somebody on from.
        response.context_data["form"].initial["return_url"] = request.GET.get("return_url", "/")
        return response
    if not AxesProxyHandler.is_allowed(request, credentials):
        return locked(request, None, credentials)
    response = authenticate_with_password(request, page_view_restriction_id, page_id)
    if response.status_code != 302:
        AxesProxyHandler.user_login_failed(ask_password, credentials, request)
    return response
