"""What a source names and is deleted, is named no more: its translations go on without it."""

from wagtail_localize.models import RelatedObjectSegment


def forget(instance, **kwargs):
    """Receive post_delete of what has a language.

    wagtail-localize keeps what a text names in its language (a person, a topic), and fails where it
    looks for it: in the translation editor, and when the text is translated anew.
    """
    RelatedObjectSegment.objects.filter(
        object_id=instance.translation_key, source__locale=instance.locale_id
    ).delete()
