"""What the list marks: requests that a person has not read, and mails that have failed."""

from django.db.models import Exists, OuterRef, Q

from contact.inbox.request.reading import Reading
from contact.mails.models import RequestMail
from contact.requests.states import OPEN


def with_marks(requests, user):
    """Annotate ``is_unread``: it waits, and ``user`` has not read it; and ``mail_failed``."""
    failed = RequestMail.objects.failed().filter(quote_request=OuterRef("pk"))
    unread = Q(state__in=OPEN) & ~Exists(read_by(user))
    return requests.annotate(is_unread=unread, mail_failed=Exists(failed))


def unread_by(requests, user):
    """Return the open ones that ``user`` has not read: what is done needs no reading."""
    return requests.open().exclude(Exists(read_by(user)))


def with_failed_mail(requests):
    """Return those of which a mail failed; there are never many."""
    return requests.filter(pk__in=RequestMail.objects.failed().values("quote_request"))


def read_by(user):
    return Reading.objects.filter(quote_request=OuterRef("pk"), user=user)
