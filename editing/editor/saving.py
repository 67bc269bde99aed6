"""Nobody saves over somebody else's text without being told.

Wagtail refuses a stale autosave, but a stale ordinary save replaces what another person
wrote meanwhile. Here the editor is asked first, with the typed text kept in the question;
what is overtaken stays in the history, one click away.
"""

import json

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.staticfiles import versioned_static

from editing.dates import spoken
from editing.editor.states import keep
from editing.names import name

# What the editor's form says of the revision it was loaded from, or made by autosave.
LOADED, LOADED_AT, OWN = "loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id"
OVERTAKES = "overtakes"
# What asks for a decision of the review.
DECISION = {"action-workflow-action", "workflow-action-name", "workflow-action-extra-data"}


def is_stale(data, latest):
    """Return whether a posted editor form knows an older text than ``latest``.

    As EditView.is_out_of_date, which Wagtail asks for autosaves only.
    """
    if latest is None:
        return False
    if data.get(OWN):
        return data[OWN] != str(latest.pk)
    if not data.get(LOADED):
        return False
    return (data[LOADED], data.get(LOADED_AT, "")) != (
        str(latest.pk),
        latest.created_at.isoformat(),
    )


@hooks.register("insert_editor_js")
def name_own_revision():
    return format_html('<script src="{}"></script>', versioned_static("editing/autosave.js"))


@hooks.register("before_edit_page")
def ask_before_overwriting(request, page):
    """Answer a stale save with a question that carries all that was typed.

    Not an approval: it was of the text that was on screen.
    """
    if request.method != "POST" or not request.accepts("text/html"):
        return None
    latest = page.latest_revision
    if not is_stale(request.POST, latest):
        return None
    ours = {LOADED, LOADED_AT, OWN, OVERTAKES, "csrfmiddlewaretoken"}
    if approving := request.POST.get("workflow-action-name") == "approve":
        ours |= DECISION
    typed = [
        (field, value)
        for field, values in request.POST.lists()
        if field not in ours
        for value in values
    ]
    typed += [
        (LOADED, latest.pk),
        (LOADED_AT, latest.created_at.isoformat()),
        (OVERTAKES, latest.pk),
    ]
    known = page.revisions.filter(pk=number(request.POST.get(LOADED))).first()
    context = {
        "page": page,
        "person": name(latest.user),
        "time": spoken(latest.created_at),
        "changes_url": known and compare_url(page, known, latest),
        "approving": approving,
        "comment": typed_comment(request) if approving else "",
        "mine": latest.user_id == request.user.pk,
        "typed": typed,
    }
    # RFC 9110, 15.5.10: the person can resolve the conflict, and send it again.
    return render(request, "editing/overtaken.html", context, status=409)


# Before the history is pruned of what nobody needs.
@hooks.register("after_edit_page", order=-10)
def say_what_was_overtaken(request, page):
    """Keep the overtaken text, and say where it is."""
    overtaken = page.revisions.filter(pk=number(request.POST.get(OVERTAKES))).first()
    if overtaken is None or overtaken.pk == page.latest_revision_id:
        return
    keep(revision__object_id=str(page.pk))
    messages.warning(
        request,
        _("Your version is saved. The version of %(person)s is kept in the history.")
        % {"person": name(overtaken.user)},
        buttons=[
            messages.button(compare_url(page, overtaken, page.latest_revision), _("Compare")),
            messages.button(
                reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, overtaken.pk]),
                _("Bring it back"),
            ),
        ],
    )


def typed_comment(request):
    """Return the comment that came with an approval, so that it is not lost."""
    try:
        data = json.loads(request.POST.get("workflow-action-extra-data") or "{}")
    except ValueError:
        data = {}
    comment = data.get("comment") if isinstance(data, dict) else None
    return str(comment or request.POST.get("comment") or "")


def number(text):
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


def compare_url(page, before, after):
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before.pk, after.pk])
