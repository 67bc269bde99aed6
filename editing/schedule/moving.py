"""Moving a page to another date."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.locks import BasicLock
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.utils.timestamps import ensure_utc

from editing.checklist.findings import blocking


class Refused(Exception):
    """A page's date cannot be changed; the text is a sentence for the editor."""


@transaction.atomic
def reschedule(page, when, user):
    """Give ``page`` the date ``when`` under the rules of the editor; return the revision.

    A draft gets the date in a new revision. A page that is scheduled keeps its approved text
    and its approval, only the date changes. Raises PermissionDenied without the right and
    Refused, with a sentence, for everything else that stands in the way.
    """
    # Locked, so that neither the worker nor a second editor acts on it meanwhile.
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    revision = page.scheduled_revision
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit() or (revision and not permissions.has_right_to_publish()):
        raise PermissionDenied
    if when <= timezone.now():
        raise Refused(_("This date is past: choose one to come."))
    if page.alias_of_id:
        raise Refused(_("This page is an alias: it follows the date of its source."))
    if page.live and not revision:
        raise Refused(_("This page is already published: its date cannot be moved."))
    refuse_locked(page, revision, user)
    move = move_scheduled if revision else date_draft
    return move(page, revision or page.get_latest_revision(), when, user)


def refuse_locked(page, revision, user):
    """Raise Refused when a lock keeps ``user`` from the page.

    The lock that a schedule itself puts on a page is no obstacle to moving the schedule.
    """
    lock = (BasicLock(page) if page.locked else None) if revision else page.get_lock()
    if lock and lock.for_user(user):
        raise Refused(strip_tags(lock.get_message(user) or lock.get_description(user)))


def refuse_after_end(page, when):
    if page.expire_at and page.expire_at <= when:
        raise Refused(_("This date is after the end of publication: change that one first."))


def date_draft(page, latest, when, user):
    draft = latest.as_object() if latest else page
    refuse_after_end(draft, when)
    draft.go_live_at = when
    if not page.live:
        draft.save(update_fields=["go_live_at"], clean=False)
    return draft.save_revision(user=user, log_action=True, clean=False)


def move_scheduled(page, revision, when, user):
    planned = revision.as_object()
    refuse_after_end(planned, when)
    try:
        planned.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None
    if lacking := blocking(planned):
        raise Refused(" ".join(str(sentence) for sentence in lacking))
    # The same revision: what was approved stays approved, and only this text goes live.
    revision.approved_go_live_at = when
    revision.content = {**revision.content, "go_live_at": ensure_utc(when)}
    revision.save(update_fields=["content", "approved_go_live_at"])
    if not page.live:
        page.go_live_at = when
        page.save(update_fields=["go_live_at"], clean=False)
    log(
        instance=page,
        action="wagtail.publish.schedule",
        user=user,
        revision=revision,
        data={
            "revision": {
                "id": revision.pk,
                "created": ensure_utc(revision.created_at),
                "go_live_at": ensure_utc(when),
                "has_live_version": page.live,
            }
        },
    )
    return revision
