"""A person decides: not a spam after all, or spam after all."""

from django.db import transaction

from contact.inbox.request.handling import SPAM, locked, set_state
from contact.requests.models import QuoteRequest


@transaction.atomic
def release(quote_request, user):
    """Make a spam a new request and send the mails that were held; return False when it is none."""
    now = locked(quote_request.pk)
    if not now or now.state != SPAM:
        return False
    return set_state(now.pk, QuoteRequest.State.NEW, user)


def mark(quote_request, user):
    """Put a request into quarantine; return False when it is there."""
    return set_state(quote_request.pk, SPAM, user)
