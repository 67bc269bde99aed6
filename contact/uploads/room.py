"""How much of the disk the files of visitors may take: in all, and those of spam."""

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from contact.requests.attachments import Attachment, private_storage
from contact.requests.states import State
from cyberworkers.outages.checks import check
from cyberworkers.outages.files import MB, folder_of, free_mb, is_writable

INBOX = "contact.view_quoterequest"


def taken(**conditions):
    """Return the megabytes of the attachments that fulfil ``conditions``."""
    size = Attachment.objects.filter(**conditions).aggregate(size=Sum("size"))["size"]
    return (size or 0) / MB


def is_full_of_waiting():
    """Return whether the files of forms that were sent back fill the room that they may take."""
    return taken(quote_request=None) > settings.QUOTE_MAX_WAITING_MB


def is_full_of_spam():
    return taken(quote_request__state=State.SPAM) > settings.QUOTE_MAX_SPAM_MB


def is_full():
    """Return whether no more files are taken at all."""
    folder = folder_of(private_storage())
    low = folder is not None and free_mb(folder) < settings.MIN_FREE_MB
    return low or taken() > settings.QUOTE_MAX_STORED_MB


@check("private", concerns=INBOX)
def files_are_taken():
    if is_writable(private_storage()):
        return ""
    return _(
        "Files of quote requests cannot be stored: their folder or bucket takes none. The "
        "requests themselves arrive."
    )


@check("uploads", concerns=INBOX)
def there_is_room():
    if taken() <= settings.QUOTE_MAX_STORED_MB:
        return ""
    return _(
        "The files of quote requests fill the %(most)d MB that they may take: no more are taken, "
        "the requests arrive without them. Erase old requests, or ask an administrator for room."
    ) % {"most": settings.QUOTE_MAX_STORED_MB}
