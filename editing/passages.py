"""The passages of a translation: who changed them, what is missing, and the page they make."""

from django.contrib.auth import get_user_model
from django.utils.html import strip_tags
from django.utils.text import Truncator, slugify
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from editing.text import fingerprint

# What the history says of a passage that was given back to the source: see `translation.removal`.
REMOVAL = "editing.remove_passage"


def translation_of(page):
    """Return the Translation in use whose target ``page`` is, or None for any other page."""
    return (
        Translation.objects.filter(
            enabled=True, source__object_id=page.translation_key, target_locale=page.locale_id
        )
        .select_related("source", "target_locale")
        .first()
    )


def translations_around(page):
    """Return each Translation, in use or not, between the languages of ``page``.

    The object ``page`` remembers them: for what a single request asks, not for what it changes.
    """
    if not hasattr(page, "known_translations"):
        found = Translation.objects.filter(source__object_id=page.translation_key)
        page.known_translations = list(found.select_related("source", "target_locale"))
    return page.known_translations


def known_translation_of(page):
    """Return `translation_of` the object ``page``, which remembers it."""
    here = (one for one in translations_around(page) if one.target_locale_id == page.locale_id)
    return next((one for one in here if one.enabled), None)


def put_together(translation, draft):
    """Return the page, unsaved, with its passages as they are stored now.

    ``draft`` is its latest text, which knows the dates. What is not translated is in the
    language of the source: see `missing`.
    """
    page = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    # The words are put into the blocks only; who looks for passages reads what is stored of them.
    for field in page._meta.fields:
        if isinstance(field, StreamField):
            setattr(page, field.name, field.get_prep_value(getattr(page, field.name)))
    page.go_live_at, page.expire_at = draft.go_live_at, draft.expire_at
    page.slug = find_available_slug(page.get_parent(), slugify(page.slug), page.pk)
    return page


def current(page):
    """Return ``page``, a draft, as it would be if it were saved now: a translation with passages
    that no revision holds yet is put together, any other page is returned as it is.
    """
    translation = translation_of(page)
    return put_together(translation, page) if translation else page


def differs(page, revision):
    """Return whether ``page``, put together, holds another text than ``revision``."""
    return revision is None or fingerprint(page.serializable_data()) != fingerprint(
        revision.content
    )


def changes(translation):
    """Return the stored passages and the stored choices of the translator, as two querysets."""
    mine = {"context__object": translation.source.object_id, "locale": translation.target_locale}
    return [
        model.objects.filter(**mine).select_related("last_translated_by").order_by("updated_at")
        for model in (StringTranslation, SegmentOverride)
    ]


def removals(translation):
    """Return the log entries of the passages that were given back to the source."""
    page = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    )
    return PageLogEntry.objects.filter(action=REMOVAL, page__in=page).order_by("timestamp", "pk")


def last_hand(translation):
    """Return who made the last change of a passage; None if nobody did, or nobody knows who."""
    last = [found.last() for found in changes(translation)]
    hands = [(one.updated_at, one.last_translated_by_id) for one in last if one]
    if removal := removals(translation).last():
        hands.append((removal.timestamp, removal.user_id))
    _when, hand = max(hands, key=lambda pair: pair[0], default=(None, None))
    return hand and get_user_model().objects.filter(pk=hand).first()


def others_since(translation, user, since):
    """Return those who changed passages after ``since``, without ``user``."""
    changed = {
        change.last_translated_by
        for found in changes(translation)
        for change in found.filter(updated_at__gt=since).exclude(last_translated_by=user)
    }
    removed = removals(translation).filter(timestamp__gt=since).exclude(user=user)
    people = get_user_model().objects.filter(pk__in=removed.values("user"))
    return changed | set(people)


def missing(page):
    """Return the passages of ``page``, a text as an object, that are still the source's own words:
    where each stands, and how it begins.

    So are those that somebody has translated since the text was saved. A passage that was
    translated by the same words is no such passage.
    """
    translation = translation_of(page)
    if translation is None:
        return []
    # Of a page that was put together, the texts of images would be read as the source has them.
    page = type(page).from_serializable_data(page.serializable_data(), check_fks=False)
    held = {
        (segment.path, segment.string.data)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    }
    passages = (
        StringSegment.objects.filter(source=translation.source_id)
        .annotate_translation(translation.target_locale)
        .order_by("order")
        .values_list("context__path", "string__data", "translation")
    )
    return [
        (path, Truncator(strip_tags(words)).chars(50))
        for path, words, translated in passages
        if translated != words and (path, words) in held
    ]


def editable(translation):
    """Return the page that ``translation`` makes, or None where it makes something else."""
    page = translation.get_target_instance()
    return page if isinstance(page, Page) else None
