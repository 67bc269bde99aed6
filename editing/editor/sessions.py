"""Somebody writes, and the session ends, or another tab logs in again: nothing typed is lost.

Wagtail leads whoever is not logged in to the log-in, without what was sent; its scripts take that
page for an error of the server. Who logs in elsewhere gets another token, and Django answers 403
to the form that still has the old one.
"""

from django.conf import settings
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.localization import get_localized_response
from wagtail.admin.staticfiles import versioned_static

ENDED = gettext_lazy(
    "Your session has ended, so this is not saved. Your text is still here: log in in another "
    "tab, come back, and save."
)
RENEWED = gettext_lazy(
    "You have logged in again since. Your text is still here: save it once more."
)


class KeepWhatWasTyped:
    """Middleware, before CsrfViewMiddleware: says in the CMS what became of the session.

    A form that was sent is shown again as a button, with all that it held but passwords.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return response
        if has_ended(request, response):
            return answer(request, ENDED, "ended") or response
        if has_old_token(request, response):
            return get_localized_response(answer, request, RENEWED, "renewed") or response
        return response


def has_ended(request, response):
    """Return whether the answer to nobody who is logged in is to log in."""
    if getattr(request, "user", None) is None or request.user.is_authenticated:
        return False
    log_in = reverse("wagtailadmin_login")
    redirected = isinstance(response, HttpResponseRedirect) and response.url.startswith(log_in)
    return redirected or (response.status_code == 403 and by_script(request))


def has_old_token(request, response):
    """Return whether a form of this site was refused for its token: the browser says whose it is.

    https://docs.djangoproject.com/en/5.2/ref/csrf/#how-it-works
    """
    return (
        request.method == "POST"
        and response.status_code == 403
        and not getattr(request, "csrf_processing_done", False)
        and request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
        and settings.CSRF_COOKIE_NAME in request.COOKIES
    )


def by_script(request):
    asked = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return asked or not request.accepts("text/html")


def answer(request, sentence, session):
    """Return what a script or a person is told, or None where nothing was typed.

    ``session`` tells the script what became of it.
    """
    if by_script(request):
        # To the scripts of Wagtail only errors that they know have words of their own.
        said = {"success": False, "error_code": "locked", "error_message": str(sentence)}
        said["session"] = session
        return JsonResponse(said, status=403)
    typed = what_was_typed(request)
    if not typed:
        return None
    context = {"sentence": sentence, "typed": typed, "ended": session == "ended"}
    return render(request, "editing/typed_again.html", context, status=403)


def what_was_typed(request):
    """Return the names and values of a form that was sent; files cannot be shown again."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in values
    ]


@hooks.register("insert_global_admin_js")
def link_scripts():
    return format_html_join(
        "",
        '<script src="{}" defer></script>',
        [(versioned_static(f"editing/{name}.js"),) for name in ("session", "log_in", "unsaved")],
    )


@hooks.register("insert_global_admin_css")
def link_styles():
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("editing/log_in.css"))
