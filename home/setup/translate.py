"""Translate an instance by code, in the same way as the translation editor stores it."""

from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def translate(source, target, locale):
    """Translate the saved ``source`` into ``locale`` with the texts of ``target``; publish it.

    ``target`` is an unsaved copy of ``source`` in the other language: same fields, same
    blocks with the same ids. Returns the saved translation.
    """
    texts = {
        (segment.path, segment.order): segment.string.data
        for segment in extract_segments(target)
        if isinstance(segment, StringSegmentValue)
    }
    translation_source, _ = TranslationSource.update_or_create_from_instance(source)
    translation, _ = Translation.objects.get_or_create(
        source=translation_source, target_locale=locale
    )
    segments = StringSegment.objects.filter(source=translation_source).select_related("context")
    for segment in segments:
        text = texts.get((segment.context.path, segment.order))
        if text:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                locale=locale,
                context=segment.context,
                defaults={
                    "data": text,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )
    # Read again: a cached source raises DoesNotExist.
    Translation.objects.get(pk=translation.pk).save_target()
    return source.get_translation(locale)
