"""Taking a block of an earlier version back into today's text."""

from copy import deepcopy

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editing.passages import translation_of
from editing.permissions import why_locked
from editing.time_machine.differences import text_fields
from editing.time_machine.stored_blocks import Bodies, merged

ACTION = "editing.take_back"
TRANSLATED = _("This page is translated passage by passage: change its passages instead.")


class NotThere(LookupError):
    """The earlier version has no such block, or today's text no place for it."""


class Stopped(Exception):
    """The text cannot be changed now, as the sentence says."""


@transaction.atomic
def take_back(page, revision, identity, user):
    """Save the text of ``page`` with the block or field ``identity`` as ``revision`` has it.

    Raises NotThere and Stopped.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if stopped := what_stops(page, user):
        raise Stopped(stopped)
    today = page.get_latest_revision().content
    draft = page.with_content_json(with_part(type(page), revision.content, today, identity))
    if not page.live:  # as Wagtail's editor does
        draft.save(clean=False)
    draft.save_revision(user=user, log_action=ACTION, clean=False)


def with_part(model, before, after, identity):
    """Return the content ``after`` with what ``identity`` names in the content ``before``."""
    if identity in {field.name for field in text_fields(model)}:
        return after | {identity: before.get(identity)}
    then, now = Bodies(model, before), Bodies(model, after)
    if identity not in then.spots:
        raise NotThere(identity)
    spot = then.spots[identity]
    while identity not in now.spots and then.is_gone_from(now, spot.within[0]):
        identity, spot = spot.within[0], then.spots[spot.within[0]]
    if identity in now.spots:
        today = now.spots[identity].item
        today["value"] = merged(spot.block, spot.item["value"], today["value"])
    else:
        insert(spot, now)
    return after | now.as_stored()


def insert(spot, now):
    """Put the block after the nearest of those that stood before it, or else before the next."""
    if spot.within not in now.sequences:
        raise NotThere(spot.item["id"])
    sequence = now.sequences[spot.within]
    places = {one["id"]: place for place, one in enumerate(sequence) if isinstance(one, dict)}
    order = [one.get("id") for one in spot.siblings if isinstance(one, dict)]
    at = order.index(spot.item["id"])
    before = [places[one] + 1 for one in order[:at] if one in places]
    after = [places[one] for one in order[at + 1 :] if one in places]
    place = [*before[-1:], *after[:1], len(sequence)][0]
    sequence.insert(place, deepcopy(spot.item))


def what_stops(page, user):
    """Return why ``user`` can't change the text of ``page`` now: a sentence or None."""
    if translation_of(page):
        return TRANSLATED
    return why_locked(page, user)
