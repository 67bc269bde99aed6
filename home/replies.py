"""The texts with which answers to quote requests begin."""

from django.conf import settings

from contact.models import ReplyTemplate
from home.tree import texts


def make_replies():
    """Make the templates of answers in both languages, where there is none at all.

    What people changed or deleted is left as it is.
    """
    if ReplyTemplate.objects.exists():
        return
    ReplyTemplate.objects.bulk_create(
        ReplyTemplate(language=code, **reply)
        for code, _name in settings.LANGUAGES
        for reply in texts(code)["replies"]
    )
