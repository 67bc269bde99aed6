"""What one person typed is never saved under the name of another, who logged in here since.

Nor is it left behind: at log-out the browser lets go of what it kept for that person.
"""

from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.localization import get_localized_response

from editing.editor.sessions import answer

# Whom a form or a script of the CMS was opened by: a field, or a header where there is no form.
FIELD, HEADER = "opened_by", "X-Opened-By"
# A cookie that tells the script whose texts the browser must not keep; the script removes it.
LOGGED_OUT = "logged_out"
OTHER = gettext_lazy(
    "Somebody else has logged in here since, so this is not saved. The text is still here: log out "
    "in another tab, log in as the person who wrote it, come back, and save."
)


class KeepTextsToTheirWriters:
    """Middleware, after that of authentication: refuses what somebody else had opened."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method != "POST" or request.path_info != reverse("wagtailadmin_logout"):
            return self.get_response(request)
        person = request.user.pk
        response = self.get_response(request)
        if person and not request.user.is_authenticated:
            response.set_cookie(LOGGED_OUT, str(person), secure=request.is_secure(), samesite="Lax")
        return response

    def process_view(self, request, view, args, kwargs):
        if request.path_info.startswith(reverse("wagtailadmin_home")) and is_of_another(request):
            return get_localized_response(answer, request, OTHER, "other")
        return None


def is_of_another(request):
    opened_by = request.headers.get(HEADER)
    if not opened_by and request.method == "POST":
        opened_by = request.POST.get(FIELD)
    return bool(opened_by) and request.user.is_authenticated and opened_by != str(request.user.pk)


def logged_in(request):
    """Answer the window that opens over the text: its script reads here who has logged in."""
    return render(request, "editing/logged_in.html")


@hooks.register("register_admin_urls")
def logged_in_url():
    return [path("logged-in/", logged_in, name="editing_logged_in")]
