"""Keeps passages as they are while the page is locked, and what is not approved from readers.

wagtail-localize saves passages at addresses of its own, where no hook of Wagtail asks.
"""

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page
from wagtail_localize.models import Translation

from editing.passages import editable, missing
from editing.permissions import why_locked
from editing.translation.removal import note_removal
from editing.translation.titles import TitleTooLong
from editing.translation.untranslated import refuse_alias

PASSAGE = {"edit_string_translation", "edit_override"}
WHOLE = {"upload_pofile", "machine_translate"}
RESTART = "localize-restart-translation"


class GuardTranslations:
    """Middleware: answers before the views of wagtail-localize do."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method != "DELETE":
            return self.get_response(request)
        with transaction.atomic():  # what is removed, and who did it
            return self.note_removal(request, self.get_response(request))

    def note_removal(self, request, response):
        match = request.resolver_match
        removed = response.status_code == 200
        if removed and match.namespace == "wagtail_localize" and match.url_name in PASSAGE:
            note_removal(Translation.objects.get(pk=match.kwargs["translation_id"]), request.user)
        return response

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if match.namespace != "wagtail_localize" or not request.user.is_authenticated:
            return None
        if request.method in ("PUT", "DELETE", "POST") and match.url_name in PASSAGE | WHOLE:
            return get_localized_response(refuse_locked, request, kwargs["translation_id"])
        if match.url_name == "convert_to_alias":
            page = get_object_or_404(Page, pk=kwargs["page_id"])
            return get_localized_response(refuse_alias, request, page)
        if match.url_name == "stop_translation" and request.method == "POST":
            page = editable(get_object_or_404(Translation, pk=kwargs["translation_id"]))
            return page and get_localized_response(refuse_to_end, request, page)
        return None

    def process_exception(self, request, exception):
        """Answer a file of passages that holds a title which is too long."""
        if not isinstance(exception, TitleTooLong):
            return None
        messages.error(request, " ".join(exception.detail))
        pk = request.resolver_match.kwargs["translation_id"]
        return redirect(get_object_or_404(Translation, pk=pk).get_target_instance_edit_url())


def refuse_locked(request, translation_id):
    """Return the refusal where a lock keeps the person from the page, else None."""
    page = editable(get_object_or_404(Translation, pk=translation_id))
    if page is None or not page.permissions_for_user(request.user).can_edit():
        return None  # which the view answers
    why = why_locked(page, request.user)
    if not why:
        return None
    if request.resolver_match.url_name in PASSAGE:
        return JsonResponse({"detail": strip_tags(why)}, status=423)
    messages.error(request, why)
    return redirect("wagtailadmin_pages:edit", page.pk)


# Before wagtail-localize's, which asks for no more than the right to edit.
@hooks.register("before_edit_page", order=-10)
def refuse_to_restart(request, page):
    """Refuse to take a translation up again while the page is locked: the text that its passages
    make would take the place of the page's own.
    """
    if RESTART not in request.POST:
        return None
    why = why_locked(page, request.user)
    if not why:
        return None
    messages.error(request, why)
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_to_end(request, page):
    """Return the refusal where somebody who may not publish would end the translation ``page``:
    what is stopped is asked no more whether it is translated.
    """
    permissions = page.permissions_for_user(request.user)
    if permissions.can_publish() and not permissions.page_locked():
        if not missing(page.get_latest_revision_as_object()):
            return None
        messages.error(
            request,
            _(
                "Not stopped: the page still has passages in the language of the source, and "
                "nobody would be told of them any more. Translate them, then publish or submit "
                "the page."
            ),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.error(
        request,
        _(
            "Only those who may publish can stop a translation, and not while it is locked: "
            "readers could be shown the text of the source."
        ),
    )
    return redirect(reverse("wagtailadmin_home"))
