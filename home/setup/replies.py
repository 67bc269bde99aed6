"""The texts of mails about quote requests: those that answers begin with, and confirmations."""

from django.conf import settings
from wagtail.models import ModelLogEntry

from contact.models import QuotePage, ReplyTemplate
from home.setup.tree import texts


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


def missing_confirmations():
    """Return a sentence for each quote page whose visitors get no confirmation.

    Pages that were made before there were confirmations have no text for one. It is not filled
    in: whether mails leave in the publisher's name, and what they promise, is for editors to say.
    """
    pages = QuotePage.objects.live().filter(confirmation_text="").select_related("locale")
    return [
        f"{page.full_url} mails no confirmation: it has no text for it. There is one to start "
        f"with in home/setup/pages/{page.locale.language_code}.toml."
        for page in pages
    ]
