"""What only some may read in the source's language, only they read in the other."""

from wagtail.models import PageViewRestriction
from wagtail.signals import page_published

from editing.passages import known_translation_of


def follow_restriction(instance, **kwargs):
    """Receive page_published, whoever publishes: an editor, the last approval, the worker.

    A restriction of the translation alone stays: to publish is not to open a page to everybody.
    """
    translation = known_translation_of(instance)
    if translation is None:
        return
    source = PageViewRestriction.objects.filter(
        page__translation_key=translation.source.object_id,
        page__locale=translation.source.locale_id,
    )
    if source.exists():
        translation.source.update_target_view_restrictions(translation.target_locale)


page_published.connect(follow_restriction, dispatch_uid="editing.translation.privacy")
