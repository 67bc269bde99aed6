"""Says in the CMS why a page was not published."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.localization import get_localized_response

from editing.checklist.findings import NotReady
from editing.editor.saving import typed_comment


def say_why(request, page, sentences, edit_url=""):
    """Leave the message that ``page`` stays a draft, with what to do, item by item.

    ``edit_url`` adds a button that leads there, for messages shown elsewhere than in the editor.
    """
    context = {
        "page": page,
        "sentences": sentences,
        "go_live_at": page.go_live_at,
        "comment": typed_comment(request),
        "edit_url": edit_url,
    }
    messages.error(request, render_to_string("editing/refusal.html", context))


class SayWhyNotReady:
    """Middleware: answers NotReady, which anything that publishes may raise, in the CMS.

    The draft and its text are stored by then; what the refused action did itself (an approval)
    was undone with its transaction.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, NotReady) or not request.path_info.startswith(
            reverse("wagtailadmin_home")
        ):
            return None
        return get_localized_response(self.answer, request, exception)

    def answer(self, request, exception):
        say_why(request, exception.page, exception.sentences)
        url = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What the dialogs of the workflow take for "done, go there".
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)
