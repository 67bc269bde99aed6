"""The texts with which answers to quote requests begin."""

from django.conf import settings
from wagtail.models import ModelLogEntry

from contact.models import ReplyTemplate
from home.tree import texts


def make_replies():
    """Make the templates of answers in both languages, once.

    What people changed or deleted is left as it is; the log tells when they deleted all.
    """
    log = ModelLogEntry.objects.get_for_model(ReplyTemplate)
    if ReplyTemplate.objects.exists() or log.exists():
        return
    ReplyTemplate.objects.bulk_create(
        ReplyTemplate(language=code, **reply)
        for code, _name in settings.LANGUAGES
        for reply in texts(code)["replies"]
    )
